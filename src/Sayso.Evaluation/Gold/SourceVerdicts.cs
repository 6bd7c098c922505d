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
    public static Task<IReadOnlyList<SourceArticle>> ReadAsync(string path, string texts, CancellationToken cancellation = default) =>
        VerdictFile.ReadAsync(path, texts, (source, lines) => new SourceArticle(source, lines.Select(Verdict).ToValueList()), cancellation);

    private static SourceVerdict Verdict(VerdictLine line) => new(line.Span(1),
        line[3] switch { "pronoun" => true, "description" => false, var other => throw new FormatException($"‘{other}’ is no form") },
        line[4].Split('|').ToValueList());
}
