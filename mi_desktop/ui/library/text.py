"""A standard response as text to read."""

from html import escape

from mi_desktop.library import StandardResponse


def as_html(standard: StandardResponse) -> str:
    """Headings, paragraphs and numbered references, everything escaped."""
    parts = [f"<h3>{escape(standard.title)}</h3>"]
    for section in standard.sections:
        if section.heading:
            parts.append(f"<h4>{escape(section.heading)}</h4>")
        parts += [f"<p>{escape(paragraph)}</p>" for paragraph in section.paragraphs]
    parts += [f"<p>[{r.number}] {escape(r.citation)}</p>" for r in standard.references]
    return "".join(parts)
