using System.Text.Json;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// Reads sentences with one BIO label a token, one JSON object a line: <c>tokens</c> and <c>labels</c> of equal length
/// (<c>O</c>, <c>B-source</c>, <c>I-cue</c>…) and <c>id</c>, which annotation of which article it is from.
/// </summary>
public static class SentenceBioReader
{
    /// <summary>The rows, in order.</summary>
    /// <param name="jsonLines">The content of the file.</param>
    /// <param name="name">What an error calls the file.</param>
    /// <exception cref="Core.Errors.SaysoException">A line is malformed (<c>SAY4002</c>).</exception>
    public static ValueList<SentenceBioRow> Read(string jsonLines, string name)
    {
        ArgumentNullException.ThrowIfNull(jsonLines);
        List<SentenceBioRow> rows = [];
        var number = 0;
        foreach (var line in jsonLines.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                rows.Add(Row(line, $"{name}:{number}"));
            }
        }

        return rows.ToValueList();
    }

    /// <summary>
    /// The spans that labels mean, in order. An <c>I-</c> that does not continue a span of its role begins one, as in
    /// CoNLL's scorer.
    /// </summary>
    /// <exception cref="FormatException">A label is not one of the seven.</exception>
    public static ValueList<BioSpan> Decode(IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        List<BioSpan> spans = [];
        Role? open = null;
        for (var i = 0; i < labels.Count; i++)
        {
            var role = RoleOf(labels[i]);
            if (role is { } continued && role == open && labels[i][0] == 'I')
            {
                spans[^1] = new(continued, spans[^1].First, i);
            }
            else if (role is { } begun)
            {
                spans.Add(new(begun, i, i));
            }

            open = role;
        }

        return spans.ToValueList();
    }

    private static SentenceBioRow Row(string line, string where)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var tokens = Texts(row.GetProperty("tokens"));
            var labels = Texts(row.GetProperty("labels"));
            return tokens.Count == labels.Count
                ? new(row.GetProperty("id").GetString() ?? string.Empty, tokens, Decode(labels))
                : throw new FormatException("There is not one label a token.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            throw CorpusFile.Bad(where, "it is not a row of tokens with a BIO label each", error);
        }
    }

    private static ValueList<string> Texts(JsonElement array) =>
        array.EnumerateArray().Select(t => t.GetString() ?? string.Empty).ToValueList();

    private static Role? RoleOf(string label) => label switch
    {
        "O" => null,
        "B-source" or "I-source" => Role.Source,
        "B-cue" or "I-cue" => Role.Cue,
        "B-content" or "I-content" => Role.Content,
        _ => throw new FormatException($"‘{label}’ is no label."),
    };
}

/// <summary>A row of a sentence-BIO file: often several sentences.</summary>
/// <param name="Id">Name of the annotation that it is from.</param>
/// <param name="Tokens">In the style of the Penn Treebank, which changes quotation marks and brackets.</param>
/// <param name="Spans">The labels' spans.</param>
public sealed record SentenceBioRow(string Id, ValueList<string> Tokens, ValueList<BioSpan> Spans);

/// <summary>A labelled span.</summary>
/// <param name="Role">Its role.</param>
/// <param name="First">Index of its first token in the row.</param>
/// <param name="Last">Index of its last token, inclusive.</param>
public readonly record struct BioSpan(Role Role, int First, int Last);
