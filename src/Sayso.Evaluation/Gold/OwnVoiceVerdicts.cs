using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>A clause that was read as the outlet's own voice, and what a reader made of it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="IsRight">Whether it is the outlet's own, whole, and gives a figure or a dated event.</param>
public sealed record OwnVoiceVerdict(TextSpan Span, bool IsRight);

/// <summary>An article with its judged clauses.</summary>
/// <param name="Source">The article.</param>
/// <param name="Published">When it was published; <c>null</c> where that is not stated.</param>
/// <param name="Verdicts">Its clauses.</param>
public sealed record JudgedArticle(GoldText Source, OffsetDateTime? Published, ValueList<OwnVoiceVerdict> Verdicts)
{
    /// <summary>The document, with its day of publication.</summary>
    public Document ToDocument() => Source.ToDocument() with { Published = Published };
}

/// <summary>
/// A list of judged clauses: tab-separated lines of article, day of publication (<c>-</c> without one), start and end in code
/// points, <c>right</c> or <c>wrong</c>, and a remark. Lines that begin with <c>#</c> are remarks.
/// </summary>
public static class OwnVoiceVerdicts
{
    /// <summary>The articles of a list, in its order.</summary>
    /// <param name="path">The list.</param>
    /// <param name="texts">The folder that holds <c>ARTICLE.txt</c>.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Core.Errors.SaysoException">Something is missing or malformed (<c>SAY4002</c>).</exception>
    public static async Task<IReadOnlyList<JudgedArticle>> ReadAsync(string path, string texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(texts);
        var list = await CorpusFile.ReadTextAsync(CorpusFile.Existing(path), cancellation).ConfigureAwait(false);
        var rows = list.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToList();
        List<JudgedArticle> articles = [];
        foreach (var article in rows.GroupBy(r => r[0], StringComparer.Ordinal))
        {
            var text = await CorpusFile.ReadTextAsync(CorpusFile.Existing(Path.Combine(texts, article.Key + ".txt")), cancellation)
                .ConfigureAwait(false);
            articles.Add(Article(path, text, article.Key, [.. article]));
        }

        return articles.Count > 0 ? articles : throw CorpusFile.Bad(path, "it has no verdict");
    }

    private static JudgedArticle Article(string path, string text, string name, IReadOnlyList<string[]> rows)
    {
        var map = new CodePointMap(text);
        try
        {
            var verdicts = rows.Select(r => new OwnVoiceVerdict(
                new TextSpan(map.ToUtf16(int.Parse(r[2], CultureInfo.InvariantCulture)),
                    map.ToUtf16(int.Parse(r[3], CultureInfo.InvariantCulture))),
                r[4] switch { "right" => true, "wrong" => false, _ => throw new FormatException($"‘{r[4]}’ is no verdict") }))
                    .ToValueList();
            return new JudgedArticle(new GoldText(name, text), rows[0][1] == "-"
                ? null : LocalDatePattern.Iso.Parse(rows[0][1]).Value.AtMidnight().WithOffset(Offset.Zero), verdicts);
        }
        catch (Exception error) when (error is FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException
            or UnparsableValueException)
        {
            throw CorpusFile.Bad(path, "a line is not in its form, or does not fit its text", error);
        }
    }
}
