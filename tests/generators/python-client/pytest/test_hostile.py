"""The client of a contract whose every text tries to run: importing and using it runs none of them."""

from __future__ import annotations

import builtins
import inspect

import hostile_client
import httpx
import pytest
from pydantic import BaseModel, ValidationError


def test_no_text_of_the_contract_runs() -> None:
    used = 0
    for model in vars(hostile_client.models).values():
        if inspect.isclass(model) and issubclass(model, BaseModel) and model.__module__ == "hostile_client.models":
            with pytest.raises(ValidationError):
                model.model_validate_json("{}")
            used += 1
    assert used > 80
    assert not hasattr(builtins, "canary")


def test_every_method_can_be_called() -> None:
    answered = 0

    def answer(_: httpx.Request) -> httpx.Response:
        nonlocal answered
        answered += 1
        return httpx.Response(204)

    http_client = httpx.Client(transport=httpx.MockTransport(answer))
    client = hostile_client.Client("https://example.com", http_client=http_client)
    for name, method in inspect.getmembers(client, inspect.ismethod):
        if name == "close" or name.startswith("__"):
            continue
        try:
            method()
        except (hostile_client.CallError, httpx.HTTPError):
            continue
    assert answered > 100
    assert not hasattr(builtins, "canary")
