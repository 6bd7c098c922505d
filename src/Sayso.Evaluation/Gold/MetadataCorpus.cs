using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// What a page says of itself by our annotation. Names and addresses stand as hashes of their normal forms, so that no
/// words of the pages are needed; times and languages as they are.
/// </summary>
/// <param name="Page">The page's name.</param>
/// <param name="Raw">Its bytes.</param>
public sealed partial record GoldMetadata(string Page, ReadOnlyMemory<byte> Raw)
{
    private const int HashDigits = 12;

    /// <summary>The headline.</summary>
    public required GoldValue Title { get; init; }

    /// <summary>The publication's name.</summary>
    public required GoldValue Outlet { get; init; }

    /// <summary>The authors.</summary>
    public required GoldValue Byline { get; init; }

    /// <summary>When it was published: an ISO 8601 time, or a day where the page states no time or no zone.</summary>
    public required GoldValue Published { get; init; }

    /// <summary>When it was changed, likewise.</summary>
    public required GoldValue Modified { get; init; }

    /// <summary>The canonical address.</summary>
    public required GoldValue Url { get; init; }

    /// <summary>ISO 639-1 code of the text's language.</summary>
    public required GoldValue Language { get; init; }

    /// <summary>The hash of a name: its letters and digits in lower case.</summary>
    public static string HashOf(string name) => Hash(NoLetters().Replace(name, "").ToLowerInvariant());

    /// <summary>The hash of an address, without scheme, fragment and slash at the end.</summary>
    public static string HashOfAddress(string address) => Hash(Scheme().Replace(address, "").Split('#')[0].TrimEnd('/').ToLowerInvariant());

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits];

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetters();

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}

/// <summary>One field of the annotation.</summary>
/// <param name="Values">The values any of which is right; empty where the page does not say.</param>
/// <param name="MayBeNone">Whether saying nothing is right.</param>
/// <param name="IsJudged">Whether the field was judged at all.</param>
public sealed record GoldValue(IReadOnlyList<string> Values, bool MayBeNone, bool IsJudged)
{
    /// <summary>Reads a cell: values parted by <c>|</c>, <c>-</c> for none, <c>?</c> for not judged.</summary>
    public static GoldValue Parse(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var values = cell.Split('|');
        return new GoldValue([.. values.Where(v => v is not ("-" or "?"))], values.Contains("-"), cell != "?");
    }
}

/// <summary>A time of the annotation compared with one that was read.</summary>
public static class GoldMoment
{
    /// <summary>Whether the day is right, in the zone of either or in UTC.</summary>
    public static bool IsSameDay(string gold, OffsetDateTime read)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var day = LocalDatePattern.Iso.Parse(gold[..10]).Value;
        return day == read.Date || (Time(gold) is { } time && time.ToInstant().InUtc().Date == read.ToInstant().InUtc().Date);
    }

    /// <summary>Whether the time is right to the minute; a day has none to be wrong in.</summary>
    public static bool IsSameMinute(string gold, OffsetDateTime read) =>
        IsSameDay(gold, read) && (Time(gold) is not { } time || Math.Abs((time.ToInstant() - read.ToInstant()).TotalSeconds) < 60);

    private static OffsetDateTime? Time(string gold) => gold.Length > 10 ? OffsetDateTimePattern.ExtendedIso.Parse(gold).Value : null;
}

/// <summary>Pages in the layout of Readability's cases, <c>test-pages/NAME/source.html</c>, with our annotation in a table.</summary>
public static class MetadataCorpus
{
    private const int Columns = 8;

    /// <summary>Reads one page after another, in the order of the table.</summary>
    /// <param name="directory">The folder that holds <c>test-pages</c>.</param>
    /// <param name="gold">The table: tabs, a header, a page a line.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Core.Errors.SaysoException">A file is missing or malformed (<c>SAY4002</c>).</exception>
    public static async IAsyncEnumerable<GoldMetadata> ReadAsync(string directory, string gold,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var table = await CorpusFile.ReadTextAsync(CorpusFile.Existing(gold), cancellation).ConfigureAwait(false);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length != Columns)
            {
                throw CorpusFile.Bad(gold, $"the line of {cells[0]} has {cells.Length} cells");
            }

            var path = CorpusFile.Existing(Path.Combine(directory, "test-pages", cells[0], "source.html"));
            yield return new GoldMetadata(cells[0], await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false))
            {
                Title = GoldValue.Parse(cells[1]),
                Outlet = GoldValue.Parse(cells[2]),
                Byline = GoldValue.Parse(cells[3]),
                Published = GoldValue.Parse(cells[4]),
                Modified = GoldValue.Parse(cells[5]),
                Url = GoldValue.Parse(cells[6]),
                Language = GoldValue.Parse(cells[7]),
            };
        }
    }
}
