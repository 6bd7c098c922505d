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
    public static Task<IReadOnlyList<JudgedArticle>> ReadAsync(string path, string texts, CancellationToken cancellation = default) =>
        VerdictFile.ReadAsync(path, texts, (source, lines) => new JudgedArticle(source, Day(lines[0][1]), lines.Select(Verdict).ToValueList()), cancellation);

    private static OffsetDateTime? Day(string day) =>
        day == "-" ? null : LocalDatePattern.Iso.Parse(day).Value.AtMidnight().WithOffset(Offset.Zero);

    private static OwnVoiceVerdict Verdict(VerdictLine line) => new(line.Span(2),
        line[4] switch { "right" => true, "wrong" => false, var other => throw new FormatException($"‘{other}’ is no verdict") });
}
