using System.Text;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>A text with the names that are annotated in it.</summary>
/// <param name="Text">The text, put together from tokens.</param>
/// <param name="Names">Each name with its kind: <c>person</c>, <c>organization</c>, <c>place</c> or <c>other</c>.</param>
public sealed record NamedText(string Text, IReadOnlyList<(TextSpan Span, string Kind)> Names);

/// <summary>
/// Reads annotated names from lines of tokens and IOB2 tags, as CrossNER (Liu et al. 2021) and WikiGold have them: token and
/// tag in the last two columns, an empty line between sentences, <c>-DOCSTART-</c> between documents. Without document
/// starts each sentence is a text.
/// </summary>
public static class NameCorpus
{
    private const string Start = "-DOCSTART-";

    /// <summary>The texts of a file, in order.</summary>
    /// <exception cref="Core.Errors.SaysoException">The file cannot be read, or is no such file.</exception>
    public static async Task<IReadOnlyList<NamedText>> ReadAsync(string path, CancellationToken cancellation = default)
    {
        var text = await CorpusFile.ReadTextAsync(path, cancellation).ConfigureAwait(false);
        var hasDocuments = text.Contains(Start, StringComparison.Ordinal);
        List<NamedText> texts = [];
        var made = new Made();
        foreach (var line in text.Split('\n'))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length < 2)
            {
                made.EndSentence();
                if (!hasDocuments)
                {
                    made.MoveTo(texts);
                }
            }
            else if (cells[^2] == Start)
            {
                made.MoveTo(texts);
            }
            else
            {
                made.Add(cells[^2], cells[^1]);
            }
        }

        made.EndSentence();
        made.MoveTo(texts);
        return texts.Count > 0 ? texts : throw CorpusFile.Bad(path, "it has no tokens with tags");
    }

    private static string KindOf(string tag) => tag.ToLowerInvariant() switch
    {
        "per" or "person" or "politician" => "person",
        "org" or "organisation" or "organization" or "politicalparty" => "organization",
        "loc" or "location" or "country" => "place",
        _ => "other",
    };

    private sealed class Made
    {
        private readonly StringBuilder _text = new();
        private readonly List<(TextSpan Span, string Kind)> _names = [];
        private bool _isOpen;

        public void Add(string token, string tag)
        {
            // Marks stand at the word before them, as in running text.
            if (_text.Length > 0 && _text[^1] is not ('\n' or '(' or '[')
                && !(token[0] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '%' || token is "'s" or "’s" or "n't" or "'"))
            {
                _text.Append(' ');
            }

            var at = _text.Length;
            _text.Append(token);
            var kind = tag.Length > 2 ? KindOf(tag[2..]) : string.Empty;
            if (tag[0] == 'I' && _isOpen)
            {
                _names[^1] = (new TextSpan(_names[^1].Span.Start, _text.Length), _names[^1].Kind);
            }
            else if (tag[0] is 'B' or 'I')
            {
                _names.Add((new TextSpan(at, _text.Length), kind));
            }

            _isOpen = tag[0] is 'B' or 'I';
        }

        public void EndSentence()
        {
            _isOpen = false;
            if (_text.Length > 0 && _text[^1] != '\n')
            {
                _text.Append('\n');
            }
        }

        public void MoveTo(List<NamedText> texts)
        {
            if (_text.Length > 0)
            {
                texts.Add(new NamedText(_text.ToString(), [.. _names]));
            }

            _text.Clear();
            _names.Clear();
        }
    }
}
