"""The base of all models: a property that is absent is not one that is null."""

from __future__ import annotations

import base64
import sys
from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    model_serializer,
)
from pydantic.fields import FieldInfo

Value = TypeVar("Value")


class _SentAsNull:
    """Marks an optional property that may be null: setting it to None sends null."""


Nullable = Annotated[Value | None, _SentAsNull()]
"""An optional property that may be null. Left out of the constructor it is not sent; as None it is sent as null."""


def _decode(value: object) -> object:
    return base64.b64decode(value, validate=True) if isinstance(value, str) else value


def _encode(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


Base64: TypeAlias = Annotated[bytes, BeforeValidator(_decode), PlainSerializer(_encode)]
"""Bytes that travel as base64 text."""


class Model(BaseModel):
    """Reads and writes the names of the contract; keeps members that it does not know, unless the schema is closed."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        defer_build=True,
    )

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, Any] | None = None,
    ) -> bool | None:
        """Called by pydantic when the model is first used.

        Names of other models are looked up where this one is declared; pydantic would prefer those of the caller.
        """
        namespace = _types_namespace or vars(sys.modules[cls.__module__])
        return super().model_rebuild(force=force, raise_errors=raise_errors, _types_namespace=namespace)

    @model_serializer(mode="wrap")
    def _leave_out_absent(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        for name, field in type(self).model_fields.items():
            if is_absent(self, name, field):
                data.pop(field.alias or name, None)
        return data


def is_absent(model: BaseModel, name: str, field: FieldInfo) -> bool:
    """Whether the property is not sent: an optional one that is None, unless None was set where null is legal."""
    if field.is_required() or getattr(model, name) is not None:
        return False
    nullable = any(isinstance(mark, _SentAsNull) for mark in field.metadata)
    return not (nullable and name in model.model_fields_set)


def members_of(value: BaseModel) -> dict[str, object]:
    """The properties that are sent, by their names in the contract, values as they are."""
    fields = type(value).model_fields
    members: dict[str, object] = {
        field.alias or name: getattr(value, name) for name, field in fields.items() if not is_absent(value, name, field)
    }
    return {**members, **(value.model_extra or {})}
