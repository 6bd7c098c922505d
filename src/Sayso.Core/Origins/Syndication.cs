using System.Text.RegularExpressions;
using Sayso.Core.Documents;

namespace Sayso.Core.Origins;

/// <summary>
/// Lines by which an outlet says that a text, or a part of it, is another one's: an agency in a dateline ("(Agency) —"), and
/// credits at the end ("Agency contributed to this report", "Material from Agency was used").
/// </summary>
internal static partial class Syndication
{
    /// <summary>Characters of a text's beginning in which a dateline may stand: a headline comes before it.</summary>
    private const int Top = 600;

    private const string Name = @"\p{Lu}[\p{L}\p{N}&'’-]*(?: (?:of |the |for )?\p{Lu}[\p{L}\p{N}&'’-]*){0,4}";

    /// <summary>Names that a document credits, as it has them; outlets or not.</summary>
    public static IReadOnlyList<string> CreditedBy(Document document)
    {
        var text = document.Text;
        var datelines = Dateline().Matches(text[..Math.Min(Top, text.Length)]);
        return [.. datelines.Concat(Credit().Matches(text)).Select(m => m.Groups["name"].Value.Trim())
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether a document credits another one's outlet, and that is not its own.</summary>
    public static bool Credits(IReadOnlyList<string> credited, Document document, Document other) =>
        other.Outlet is { } outlet && !Citations.AreOfOneOutlet(document, other)
        && credited.Any(name => Plain(name).Equals(Plain(outlet), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string name) => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    /// <summary><c>PORT SABEL, Ostrelle (Transmar) —</c>, <c>(Transmar) At least</c>.</summary>
    [GeneratedRegex(@"(?:^|\n|\p{L}[ ,.])[ ]*\((?<name>\p{Lu}[^()\n]{1,40})\)[ ]*(?:[-–—]|\p{Lu})")]
    private static partial Regex Dateline();

    /// <summary>
    /// <c>Transmar contributed to this report</c>, <c>Material from Transmar was used in this report</c>, <c>with reporting by
    /// Transmar</c>.
    /// </summary>
    [GeneratedRegex($@"(?:[Mm]aterial|[Rr]eporting|[Ii]nformation|[Cc]opy) (?:from|by) (?<name>{Name})(?: was used| were used|,| in this|[.)\n]|$)|(?<name>{Name}) contributed to this (?:report|story|article)")]
    private static partial Regex Credit();
}
