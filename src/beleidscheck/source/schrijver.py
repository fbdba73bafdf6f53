"""Gewone waarden als YAML, zoals een school het schrijft: ja en nee, en lijsten ingesprongen."""

from __future__ import annotations


def write_yaml(waarde: object, *, ja_nee: bool = True) -> str:
    """Return plain values as YAML that our own reader reads back as the same policy; a kader has `true` and `false` for yes and no."""
    import yaml  # noqa: PLC0415 - alleen wie iets schrijft

    class Schrijver(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            del data
            return True  # een verwijzing leest onze eigen lezer niet

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            del indentless
            super().increase_indent(flow, False)  # zo springt een lijst in onder haar sleutel

        def represent_yes_no(self, waarde: bool) -> yaml.ScalarNode:
            return self.represent_scalar("tag:yaml.org,2002:str", "ja" if waarde else "nee")

    if ja_nee:
        Schrijver.add_representer(bool, Schrijver.represent_yes_no)
    return str(yaml.dump(waarde, Dumper=Schrijver, allow_unicode=True, sort_keys=False, width=120, default_flow_style=False))
