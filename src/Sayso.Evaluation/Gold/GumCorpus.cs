using System.Globalization;
using System.Text;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>A mention as annotated.</summary>
/// <param name="Span">All of its words.</param>
/// <param name="Head">Its least words: those that any naming of it must have.</param>
/// <param name="Entity">Whose it is.</param>
/// <param name="Kind">What it is, in GUM's words: <c>person</c>, <c>place</c>, <c>organization</c>, <c>event</c> and more.</param>
public sealed record GumMention(TextSpan Span, TextSpan Head, string Entity, string Kind);

/// <summary>A text with its mentions.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">The text.</param>
/// <param name="Mentions">The mentions, in order of their ends.</param>
public sealed record MentionedText(string Name, string Text, IReadOnlyList<GumMention> Mentions)
{
    /// <summary>The same as a text with names, for what is read as one: a mention by itself, without its article, or by its least words.</summary>
    public NamedText ToNames() => new(Text,
        [.. Mentions.OrderBy(m => m.Span.Length).SelectMany(m => (TextSpan[])[m.Span, WithoutArticle(m.Span), m.Head], (m, s) => (Span: s, Kind: KindOf(m.Kind))).DistinctBy(n => n.Span)]);

    private TextSpan WithoutArticle(TextSpan span) =>
        span.Slice(Text).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? new TextSpan(span.Start + 4, span.End) : span;

    private static string KindOf(string kind) => kind is "person" or "organization" or "place" ? kind : "other";
}

/// <summary>Reads GUM's documents (Zeldes 2017) with their coreference from CoNLL-U: the <c>Entity</c> of its last column.</summary>
public static class GumCorpus
{
    private const int Columns = 10;

    /// <summary>Documents of a folder.</summary>
    /// <param name="folder">The folder with the <c>.conllu</c> files.</param>
    /// <param name="list">A file that names those to read, one a line; <c>null</c> for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="Core.Errors.SaysoException">A file cannot be read, or is malformed.</exception>
    public static async Task<IReadOnlyList<MentionedText>> ReadAsync(string folder, string? list, CancellationToken cancellation = default)
    {
        var names = list is null ? null : (await CorpusFile.ReadTextAsync(list, cancellation).ConfigureAwait(false))
            .Split('\n', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        List<MentionedText> texts = [];
        foreach (var path in CorpusFile.List(folder, ".conllu"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (names is null || names.Contains(name))
            {
                texts.Add(Read(name, path, await CorpusFile.ReadTextAsync(path, cancellation).ConfigureAwait(false)));
            }
        }

        return texts;
    }

    private static MentionedText Read(string name, string path, string file)
    {
        var text = new StringBuilder();
        var marks = new Marks(path);
        var (wordsEnd, isGlued) = (0, false);
        foreach (var line in file.Split('\n'))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length < Columns)
            {
                wordsEnd = 0;
                if (line.StartsWith("# newpar", StringComparison.Ordinal) && text.Length > 0 && text[^1] != '\n')
                {
                    text.Append('\n');
                }

                continue;
            }

            // "1-2" is the written form of words 1 and 2, which have no place of their own then.
            if (cells[0].Contains('-', StringComparison.Ordinal) || cells[0].Contains('.', StringComparison.Ordinal))
            {
                if (cells[0].Contains('-', StringComparison.Ordinal))
                {
                    isGlued = Write(text, cells[1], cells[9], isGlued);
                    wordsEnd = int.Parse(cells[0][(cells[0].IndexOf('-', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
                }

                continue;
            }

            var number = int.Parse(cells[0], CultureInfo.InvariantCulture);
            var isPart = number <= wordsEnd;
            if (!isPart)
            {
                wordsEnd = 0;
                isGlued = Write(text, cells[1], cells[9], isGlued);
            }

            marks.Add(Place(text, cells[1], isPart), cells[9]);
        }

        return new(name, text.ToString(), marks.Mentions);
    }

    private static (int Start, int End) Place(StringBuilder text, string form, bool isPart) =>
        isPart ? (Math.Max(0, text.Length - form.Length), text.Length) : (text.Length - form.Length, text.Length);

    /// <summary>Writes a token; whether the next one follows without a blank.</summary>
    private static bool Write(StringBuilder text, string form, string features, bool isGlued)
    {
        if (text.Length > 0 && text[^1] != '\n' && !isGlued)
        {
            text.Append(' ');
        }

        text.Append(form);
        return features.Contains("SpaceAfter=No", StringComparison.Ordinal);
    }

    private sealed class Marks(string path)
    {
        private readonly List<(int Start, int End)> _tokens = [];
        private readonly List<(string Entity, int First, string Least, string Kind)> _open = [];

        public List<GumMention> Mentions { get; } = [];

        public void Add((int Start, int End) token, string features)
        {
            _tokens.Add(token);
            Read(features);
        }

        /// <summary>Opens and closes mentions: <c>(1-person-new-sssss-cf1-1,2-coref</c> … <c>1)</c>.</summary>
        private void Read(string features)
        {
            const string Key = "Entity=";
            var marks = features.Split('|').FirstOrDefault(f => f.StartsWith(Key, StringComparison.Ordinal))?[Key.Length..] ?? string.Empty;
            var at = 0;
            while (at < marks.Length)
            {
                if (marks[at] == '(')
                {
                    var end = marks.IndexOfAny(['(', ')'], at + 1);
                    var fields = marks[(at + 1)..(end < 0 ? marks.Length : end)].Split('-');
                    if (fields.Length < 6)
                    {
                        throw CorpusFile.Bad(path, $"‘{marks}’ is no mention");
                    }

                    _open.Add((fields[0], _tokens.Count - 1, fields[5], fields[1]));
                    if (end >= 0 && marks[end] == ')')
                    {
                        Close(fields[0]);
                        end++;
                    }

                    at = end < 0 ? marks.Length : end;
                }
                else
                {
                    var end = marks.IndexOf(')', at);
                    if (end < 0)
                    {
                        throw CorpusFile.Bad(path, $"‘{marks}’ closes no mention");
                    }

                    Close(marks[at..end].Split('-')[0]);
                    at = end + 1;
                }
            }

            void Close(string entity)
            {
                var place = _open.FindLastIndex(o => o.Entity == entity);
                if (place < 0)
                {
                    return;
                }

                var (_, first, least, kind) = _open[place];
                _open.RemoveAt(place);
                var heads = least.Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var head)
                    ? first + head - 1 : first).Where(h => h < _tokens.Count).ToList();
                Mentions.Add(new GumMention(
                    new TextSpan(_tokens[first].Start, _tokens[^1].End),
                    heads.Count == 0 ? new TextSpan(_tokens[first].Start, _tokens[first].End) : new TextSpan(_tokens[heads.Min()].Start,
                        _tokens[heads.Max()].End),
                    entity, kind));
            }
        }
    }
}
