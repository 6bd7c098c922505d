using System.Globalization;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>A source that is a pronoun or a description, and whom it means.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="IsPronoun">Whether it is a pronoun.</param>
/// <param name="Names">The names that are right, one at least.</param>
public sealed record SourceVerdict(TextSpan Span, bool IsPronoun, ValueList<string> Names);

/// <summary>An article with its judged sources.</summary>
/// <param name="Source">The article.</param>
/// <param name="Verdicts">Its sources.</param>
public sealed record SourceArticle(GoldText Source, ValueList<SourceVerdict> Verdicts);

/// <summary>
/// A list of judged sources: tab-separated lines of article, start and end in code points, <c>pronoun</c> or <c>description</c>, and
/// the names that are right, with bars between them. Lines that begin with <c>#</c> are remarks.
/// </summary>
public static class SourceVerdicts
{
    /// <summary>The articles of a list, in its order.</summary>
    /// <param name="path">The list.</param>
    /// <param name="texts">The folder that holds <c>ARTICLE.txt</c>.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Core.Errors.SaysoException">Something is missing or malformed (<c>SAY4002</c>).</exception>
    public static async Task<IReadOnlyList<SourceArticle>> ReadAsync(string path, string texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(texts);
        var list = await CorpusFile.ReadTextAsync(CorpusFile.Existing(path), cancellation).ConfigureAwait(false);
        var rows = list.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToList();
        List<SourceArticle> articles = [];
        foreach (var article in rows.GroupBy(r => r[0], StringComparer.Ordinal))
        {
            var text = await CorpusFile.ReadTextAsync(CorpusFile.Existing(Path.Combine(texts, article.Key + ".txt")), cancellation)
                .ConfigureAwait(false);
            articles.Add(new SourceArticle(new GoldText(article.Key, text), Verdicts(path, text, article)));
        }

        return articles.Count > 0 ? articles : throw CorpusFile.Bad(path, "it has no verdict");
    }

    private static ValueList<SourceVerdict> Verdicts(string path, string text, IEnumerable<string[]> rows)
    {
        var map = new CodePointMap(text);
        try
        {
            return rows.Select(r => new SourceVerdict(
                new TextSpan(map.ToUtf16(int.Parse(r[1], CultureInfo.InvariantCulture)), map.ToUtf16(int.Parse(r[2], CultureInfo.InvariantCulture))),
                r[3] switch { "pronoun" => true, "description" => false, _ => throw new FormatException($"‘{r[3]}’ is no form") },
                r[4].Split('|').ToValueList())).ToValueList();
        }
        catch (Exception error) when (error is FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw CorpusFile.Bad(path, "a line is not in its form, or does not fit its text", error);
        }
    }
}
