using System.Text;
using AngleSharp.Dom;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Html;

/// <summary>One block of text.</summary>
/// <param name="Text">Its text, white space collapsed.</param>
/// <param name="Linked">The share of its characters that stand in links, from 0 to 1.</param>
/// <param name="IsQuoted">Whether it stands in an element that sets a quotation off.</param>
/// <param name="IsListItem">Whether it stands in a list.</param>
internal sealed record Paragraph(string Text, double Linked, bool IsQuoted, bool IsListItem)
{
    /// <summary>Whether it stands in a table's cell.</summary>
    public bool IsCell { get; init; }
}

/// <summary>Turns a part of a page into paragraphs: one a block, two line breaks in a row end one, one is a space.</summary>
internal static class Paragraphs
{
    private static readonly HashSet<string> Blocks =
    [
        "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "blockquote", "pre", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "figure", "hr", "center", "address", "details",
        "summary", "body",
    ];

    private static readonly HashSet<string> Skipped = ["script", "style", "noscript", "template", "head", "title"];

    /// <summary>The paragraphs under <paramref name="root"/>, empty ones left out.</summary>
    public static IReadOnlyList<Paragraph> Of(INode root)
    {
        var writer = new Writer();
        foreach (var step in TreeWalk.Of(root, node => node is IElement element && Skipped.Contains(element.LocalName)))
        {
            if (step.IsLeaving)
            {
                writer.Leave(step.Node);
            }
            else
            {
                writer.Enter(step.Node);
            }
        }

        writer.End();
        return writer.Found;
    }

    private sealed class Writer
    {
        private readonly StringBuilder _text = new();
        private int _linked;
        private int _links;
        private int _quotes;
        private int _items;
        private int _cells;
        private int _breaks;

        public List<Paragraph> Found { get; } = [];

        public void Enter(INode node)
        {
            if (node is IText text)
            {
                Write(text.Data);
            }
            else if (node is IElement element)
            {
                if (element.LocalName == "br")
                {
                    Break();
                }
                else if (Blocks.Contains(element.LocalName))
                {
                    End();
                }

                Count(element, 1);
            }
        }

        public void Leave(INode node)
        {
            if (node is not IElement element)
            {
                return;
            }

            if (Blocks.Contains(element.LocalName))
            {
                End();
            }

            Count(element, -1);
        }

        /// <summary>Closes the paragraph that is being written.</summary>
        public void End()
        {
            _breaks = 0;
            var text = PageText.Collapse(_text.ToString()).Trim('\u00A0', ' ');
            if (text.Length > 0)
            {
                Found.Add(new Paragraph(text, Math.Min(1, _linked / (double)text.Length), _quotes > 0, _items > 0) { IsCell = _cells > 0 });
            }

            _text.Clear();
            _linked = 0;
        }

        private void Write(string text)
        {
            _text.Append(text);
            if (!string.IsNullOrWhiteSpace(text))
            {
                _breaks = 0;
                _linked += _links > 0 ? PageText.Collapse(text).Length : 0;
            }
        }

        private void Break()
        {
            if (++_breaks == 2)
            {
                End();
            }
            else
            {
                _text.Append(' ');
            }
        }

        private void Count(IElement element, int step)
        {
            _links += element.LocalName == "a" ? step : 0;
            _items += element.LocalName == "li" ? step : 0;
            _cells += element.LocalName is "td" or "th" ? step : 0;
            var name = element.ClassName;
            _quotes += element.LocalName == "blockquote"
                || (name is not null && name.Contains("quote", StringComparison.OrdinalIgnoreCase)) ? step : 0;
        }
    }
}
