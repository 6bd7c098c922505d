using System.Globalization;
using NodaTime.Text;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>Reads a reader's verdicts: tab-separated lines that begin with the article's name; <c>#</c> begins a remark.</summary>
internal static class VerdictFile
{
    /// <summary>The articles of a list, in its order.</summary>
    /// <param name="path">The list.</param>
    /// <param name="texts">The folder that holds <c>ARTICLE.txt</c>.</param>
    /// <param name="make">Makes one of its text and its lines; what it cannot parse it throws as <see cref="FormatException"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<TArticle>> ReadAsync<TArticle>(string path, string texts,
        Func<GoldText, IReadOnlyList<VerdictLine>, TArticle> make, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(texts);
        var list = await CorpusFile.ReadTextAsync(CorpusFile.Existing(path), cancellation).ConfigureAwait(false);
        var rows = list.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToList();
        List<TArticle> articles = [];
        foreach (var article in rows.GroupBy(r => r[0], StringComparer.Ordinal))
        {
            var text = await CorpusFile.ReadTextAsync(CorpusFile.Existing(Path.Combine(texts, article.Key + ".txt")), cancellation)
                .ConfigureAwait(false);
            var map = new CodePointMap(text);
            try
            {
                articles.Add(make(new GoldText(article.Key, text), [.. article.Select(r => new VerdictLine(r, map))]));
            }
            catch (Exception error) when (error is FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException
                or UnparsableValueException)
            {
                throw CorpusFile.Bad(path, "a line is not in its form, or does not fit its text", error);
            }
        }

        return articles.Count > 0 ? articles : throw CorpusFile.Bad(path, "it has no verdict");
    }
}

/// <summary>A line of verdicts.</summary>
/// <param name="fields">What stands between its tabs.</param>
/// <param name="map">The offsets of its text.</param>
internal sealed class VerdictLine(string[] fields, CodePointMap map)
{
    /// <summary>A field as it stands.</summary>
    public string this[int field] => fields[field];

    /// <summary>The span whose start stands in a field and whose end in the next one.</summary>
    public TextSpan Span(int field) => new(Offset(field), Offset(field + 1));

    private int Offset(int field) => map.ToUtf16(int.Parse(fields[field], CultureInfo.InvariantCulture));
}
