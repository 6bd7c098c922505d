using System.Globalization;
using Sayso.Core.Chains;
using Sayso.Core.Claims;

namespace Sayso.Core.Origins;

/// <summary>How credible a claim is by the Admiralty code's second scale (AJP-2.1, Annex B), with the reason.</summary>
/// <param name="Value">1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.</param>
/// <param name="Reason">What it was reckoned from, in words.</param>
public readonly record struct Credibility(int Value, string Reason)
{
    /// <summary>The scale's word for the value.</summary>
    public string Word => Value switch
    {
        1 => "confirmed",
        2 => "probably true",
        3 => "possibly true",
        4 => "doubtful",
        5 => "improbable",
        _ => "cannot be judged",
    };

    /// <summary>
    /// Reckoned from independent origins, their kinds and who contradicts; never from an outlet's name or fame. Whoever took it
    /// back speaks for its other side. The scale asks whether others confirm it and whether anything contradicts it:
    /// confirmed needs two origins that are independent whatever is found out about them, one of them on record, and nobody against;
    /// contradiction by as many or more makes it doubtful, by more than twice as many improbable.
    /// </summary>
    public static Credibility Of(ClaimOrigins origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        var (pro, against) = (origins.For, origins.Against);
        var onRecord = origins.Groups.Count(g => g.Side == Side.For && IsOnRecord(g.Kind));
        return (pro.High, against.High) switch
        {
            (0, 0) => new(6, "nobody says that it is so, or that it is not"),
            (0, _) => new(against.Low > 1 ? 5 : 4, $"nobody says that it is so; {Origins(against)} against it"),
            var (f, a) when a > 2 * f => new(5, $"{Origins(pro)} for it, {Origins(against)} against it"),
            var (f, a) when a >= f => new(4, $"{Origins(pro)} for it, {Origins(against)} against it"),
            (_, > 0) => new(3, $"{Origins(pro)} for it, {Origins(against)} against it"),
            _ when origins.Circular.Count > 0
                && pro.Low == 1 => new(onRecord > 0
                    ? 3 : 4, $"reports that go round; {Origins(pro)}{(onRecord > 0 ? "" : ", none on record")}"),
            _ when pro.Low > 1 && onRecord > 0 => new(1, $"{Origins(pro)}, nobody against it"),
            _ when pro.High > 1 && onRecord > 0 => new(2, $"{Origins(pro)} which may be one, nobody against it"),
            _ when pro.Low > 1 => new(2, $"{Origins(pro)}, none on record, nobody against it"),
            _ when onRecord > 0 => new(3, "one origin, on record; nobody confirms it or contradicts it"),
            _ => new(4, $"{Origins(pro)}, none on record; nobody confirms it"),
        };
    }

    private static bool IsOnRecord(SourceKind kind) => kind is SourceKind.Named or SourceKind.Document;

    private static string Origins(OriginCount count) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{(count.Low == count.High ? $"{count.Low}" : $"{count.Low} to {count.High}")} independent origin{(count.High == 1 ? "" : "s")}");
}
