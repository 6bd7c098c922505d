using System.Globalization;
using Sayso.Core.Claims;
using Sayso.Core.Origins;
using Sayso.Web.Reading;

namespace Sayso.Web.Parts;

/// <summary>Where the stacks of a claim's origins stand, in pixels.</summary>
/// <param name="Width">The picture's width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Line">Where the line is between for and against.</param>
/// <param name="Stacks">The stacks, the largest first, those for it before those against.</param>
public sealed record StackLayout(int Width, int Height, int Line, IReadOnlyList<StackedOrigin> Stacks)
{
    /// <summary>Stacks that have their names beside them at most.</summary>
    private const int MostNamed = 7;

    /// <summary>A stack's height at most: of more sheets than have room, stacks are drawn as wholes, as high as they have articles.</summary>
    private const int Highest = 160;
    private const int HighestSmall = 40;
    private const int NameLine = 14;

    /// <summary>A sheet's width.</summary>
    public int Sheet { get; private init; }

    /// <summary>Whether there are too many sheets for each to be seen.</summary>
    public bool IsSolid { get; private init; }

    /// <summary>Lays them out.</summary>
    /// <param name="origins">The origins.</param>
    /// <param name="isSmall">Whether it stands in a list, without names.</param>
    public static StackLayout Of(ClaimOrigins origins, bool isSmall)
    {
        ArgumentNullException.ThrowIfNull(origins);
        List<OriginGroup> groups = [.. origins.Groups.OrderBy(g => g.Side).ThenByDescending(g => g.Documents.Count)
            .ThenBy(g => g.Name, StringComparer.Ordinal)];
        var isNamed = !isSmall && groups.Count <= MostNamed;
        var (sheet, pitch) = isSmall ? (12, 15) : isNamed ? (46, 98) : groups.Count <= 24 ? (22, 28) : (8, 11);
        var most = groups.Select(g => g.Documents.Count).DefaultIfEmpty(0).Max();
        var (thickness, rise) = isSmall ? (3, 4) : most > 12 ? (3, 4) : (6, 8);
        var highest = isSmall ? HighestSmall : Highest;
        var isSolid = most * rise > highest;
        int HeightOf(OriginGroup g) => isSolid ? Math.Max(2, (int)Math.Round(highest * (g.Documents.Count / (double)most))) : g.Documents.Count * rise;
        var lines = groups.Select(g => isNamed ? Wrapped(Wording.Name(g), isSolid ? g.Documents.Count : null) : []).ToList();
        int Room(Side side) => groups.Select((g, i) => g.Side == side ? 6 + HeightOf(g) + (lines[i].Count * NameLine) : 0).DefaultIfEmpty(0).Max();
        var (above, below) = (Math.Max(Room(Side.For), 8), Math.Max(Room(Side.Against), isSmall ? 4 : 8));
        var offset = isNamed ? (pitch - sheet) / 2 : 0;
        var stacks = groups.Select((g, i) =>
        {
            var (height, isFor) = (HeightOf(g), g.Side == Side.For);
            List<(int, int)> sheets = isSolid ? [(isFor ? above - 3 - height : above + 3, height)]
                : [.. Enumerable.Range(0, g.Documents.Count).Select(n => (isFor ? above - 3 - thickness - (n * rise) : above + 3 + (n * rise), thickness))];
            var text = lines[i].Select((line, n) => (line, isFor ? above - 3 - height - ((lines[i].Count - 1 - n) * NameLine) - 3 : above + 3 + height + ((n + 1) * NameLine) - 2)).ToList();
            return new StackedOrigin(g, offset + (i * pitch), sheets, text);
        });
        return new StackLayout(Math.Max(1, groups.Count) * pitch, above + below, above, [.. stacks]) { Sheet = sheet, IsSolid = isSolid };
    }

    /// <summary>A name in two lines at most, each short enough for its column; below it the number that the stack does not show.</summary>
    private static List<string> Wrapped(string name, int? count)
    {
        const int MostLetters = 15;
        var cut = name.Length <= MostLetters ? -1 : name.LastIndexOf(' ', MostLetters);
        List<string> lines = cut <= 0 ? [Wording.Clip(name, MostLetters)] : [name[..cut], Wording.Clip(name[(cut + 1)..], MostLetters)];
        return count is { } number ? [.. lines, number.ToString("N0", CultureInfo.InvariantCulture)] : lines;
    }
}

/// <summary>A stack.</summary>
/// <param name="Group">The origin.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Sheets">The upper edges and heights of its sheets; of one that is drawn as a whole, its own.</param>
/// <param name="Lines">Its name's lines with their places.</param>
public sealed record StackedOrigin(OriginGroup Group, int X, IReadOnlyList<(int Y, int Height)> Sheets, IReadOnlyList<(string Line, int Y)> Lines);
