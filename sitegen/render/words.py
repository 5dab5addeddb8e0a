"""``{{ say.section.name }}`` in templates: the words of the interface, put in when a template is compiled.

``{{ say.list.found(count=view.papers) }}`` fills slots: with values, with other messages, and, where the message marks
a stretch, with ``element("a", href=…)``. What comes of it is what the template would be with the words written out, so
pages take no longer for it. Words are text and escaped here; a message that is not there is an error of the template.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from sitegen.wording.model import Part, Wording, parts

NAME = "say"
FOREIGN = "text_lang"
"""``{{ text_lang }}`` is `` lang="en"`` where papers are in English and the interface is not; else nothing."""


def put_in(template: nodes.Template, wording: Wording, name: str | None, filename: str | None) -> nodes.Template:
    """The parsed template with all of its words."""
    result = _Words(wording, name, filename).visit(template)
    assert isinstance(result, nodes.Template)
    return result


class _Words(NodeTransformer):
    def __init__(self, wording: Wording, name: str | None, filename: str | None) -> None:
        self._wording = wording
        self._where = (name, filename)

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - Jinja's name
        """What is written: the pieces of a message take its place, so that they join the text around it."""
        found: list[nodes.Expr] = []
        for child in node.nodes:
            pieces = self._message(child)
            found += [self.visit(child)] if pieces is None else pieces
        node.nodes = found
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """A message with slots inside an expression."""
        return self._expression(node)

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        """A message without slots inside an expression."""
        return self._expression(node)

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        """What says of the papers' words which language they are in."""
        if node.name == FOREIGN and node.ctx == "load":
            tag = self._wording.foreign
            return nodes.TemplateData(f' lang="{escape(tag)}"' if tag else "", lineno=node.lineno)
        if node.name == NAME and node.ctx == "load":
            raise self._wrong("say needs a section and a message: say.section.name", node)
        return node

    def _expression(self, node: nodes.Expr) -> nodes.Node:
        pieces = self._message(node)
        if pieces is None:
            return self.generic_visit(node)
        if len(pieces) == 1 and isinstance(pieces[0], nodes.TemplateData):  # a filter wants text, and escapes it itself
            return nodes.Const(Markup(pieces[0].data).unescape(), lineno=node.lineno)
        return self._joined(pieces)

    def _message(self, node: nodes.Node) -> list[nodes.Expr] | None:
        """The pieces of the message that the node asks for; None where it asks for none."""
        call = node if isinstance(node, nodes.Call) else None
        asked = call.node if call else node
        if not (isinstance(asked, nodes.Getattr) and isinstance(asked.node, nodes.Getattr)):
            return None
        section = asked.node
        if not (isinstance(section.node, nodes.Name) and section.node.name == NAME):
            return None
        given = {word.key: word.value for word in call.kwargs} if call else {}
        message = f"{section.attr}.{asked.attr}"
        forms = self._wording.messages.get(message)
        if forms is None:
            raise self._wrong(f"there are no words '{message}'", node)
        if isinstance(forms, str):
            return [*self._written(parts(forms), given, message, node)]
        if "count" not in given:
            raise self._wrong(f"say.{message} needs a count", node)
        written = {name: [*self._written(parts(text), given, message, node)] for name, text in forms.items()}
        chosen = self._joined(written.pop("other"))
        category = self._call("plural", self.visit(given["count"]), node)
        for name, pieces in written.items():
            test = nodes.Compare(category, [nodes.Operand("eq", nodes.Const(name))])
            chosen = nodes.CondExpr(test, self._joined(pieces), chosen, lineno=node.lineno)
        return [chosen]

    def _written(
        self, text: tuple[Part, ...], given: dict[str, nodes.Expr], message: str, node: nodes.Node
    ) -> Iterator[nodes.Expr]:
        for part in text:
            if isinstance(part, str):
                yield nodes.TemplateData(str(escape(part)), lineno=node.lineno)
                continue
            value = given.get(part.name)
            if value is None:
                raise self._wrong(f"say.{message} needs {part.name}", node)
            if part.inside is not None:
                inside = [*self._written(part.inside, given, message, node)]
                yield from self._marked(value, inside, message, node)
            elif (pieces := self._message(value)) is not None:
                yield from pieces
            elif part.name == "count":
                yield self._call("number", self.visit(value), node)
            else:
                yield self.visit(value)

    def _marked(
        self, value: nodes.Expr, inside: list[nodes.Expr], message: str, node: nodes.Node
    ) -> Iterator[nodes.Expr]:
        """``element("a", href=…)`` around what stands inside."""
        match value:
            case nodes.Call(node=nodes.Name(name="element"), args=[nodes.Const(value=name)]):
                yield nodes.TemplateData(f"<{name}")
            case _:
                raise self._wrong(f'say.{message} marks a stretch: give it element("a", href=…)', node)
        for attribute in value.kwargs:
            yield nodes.TemplateData(f' {attribute.key}="')
            yield self.visit(attribute.value)
            yield nodes.TemplateData('"')
        yield nodes.TemplateData(">")
        yield from inside
        yield nodes.TemplateData(f"</{name}>")

    def _joined(self, pieces: list[nodes.Expr]) -> nodes.Expr:
        if len(pieces) == 1:
            return pieces[0]
        return nodes.Concat(pieces) if pieces else nodes.TemplateData("")

    def _call(self, method: str, value: nodes.Expr, node: nodes.Node) -> nodes.Expr:
        """A call of a method of `PageEnvironment`."""
        function = nodes.EnvironmentAttribute(method, lineno=node.lineno)
        return nodes.Call(function, [value], [], None, None, lineno=node.lineno)

    def _wrong(self, message: str, node: nodes.Node) -> TemplateSyntaxError:
        return TemplateSyntaxError(message, node.lineno or 1, *self._where)
