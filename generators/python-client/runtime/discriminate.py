"""Tells the members of a union apart by the value that a property has on the wire."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pydantic import BaseModel


def wire_value(property_name: str, tags: Mapping[str, str]) -> Callable[[object], str | None]:
    """A function for `pydantic.Discriminator`: the tag that `tags` gives for the property's value."""

    def tag_of(value: object) -> str | None:
        found = _property(value, property_name)
        return tags.get(found) if isinstance(found, str) else None

    return tag_of


def _property(value: object, property_name: str) -> object:
    if isinstance(value, Mapping):
        return value.get(property_name)
    if not isinstance(value, BaseModel):
        return None
    for name, field in type(value).model_fields.items():
        if (field.alias or name) == property_name:
            return getattr(value, name)
    return (value.model_extra or {}).get(property_name)
