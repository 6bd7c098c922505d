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
    private const int MostSheets = 40;
    private const int NameLine = 14;

    /// <summary>A sheet's width.</summary>
    public int Sheet { get; private init; }

    /// <summary>A sheet's height.</summary>
    public int Thickness { get; private init; }

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
        var (thickness, rise) = isSmall ? (3, 4) : groups.Any(g => g.Documents.Count > 12) ? (3, 4) : (6, 8);
        var lines = groups.Select(g => isNamed ? Wrapped(Wording.Name(g)) : []).ToList();
        int Room(Side side) => groups.Select((g, i) => g.Side == side
            ? 6 + (Math.Min(g.Documents.Count, MostSheets) * rise) + (lines[i].Count * NameLine) : 0).DefaultIfEmpty(0).Max();
        var (above, below) = (Math.Max(Room(Side.For), 8), Math.Max(Room(Side.Against), isSmall ? 4 : 8));
        var offset = isNamed ? (pitch - sheet) / 2 : 0;
        var stacks = groups.Select((g, i) =>
        {
            var count = Math.Min(g.Documents.Count, MostSheets);
            int[] sheets = [.. Enumerable.Range(0, count)
                .Select(n => g.Side == Side.For ? above - 3 - thickness - (n * rise) : above + 3 + (n * rise))];
            var text = lines[i].Select((line, n) => (line, g.Side == Side.For
                ? above - 3 - (count * rise) - ((lines[i].Count - 1 - n) * NameLine) - 3
                : above + 3 + (count * rise) + ((n + 1) * NameLine) - 2)).ToList();
            return new StackedOrigin(g, offset + (i * pitch), sheets, text);
        });
        return new StackLayout(Math.Max(1, groups.Count) * pitch, above
            + below, above, [.. stacks])
        { Sheet = sheet, Thickness = thickness };
    }

    /// <summary>A name in two lines at most, each short enough for its column.</summary>
    private static List<string> Wrapped(string name)
    {
        const int MostLetters = 15;
        if (name.Length <= MostLetters)
        {
            return [name];
        }

        var cut = name.LastIndexOf(' ', MostLetters);
        return cut <= 0 ? [Wording.Clip(name, MostLetters)] : [name[..cut], Wording.Clip(name[(cut + 1)..], MostLetters)];
    }
}

/// <summary>A stack.</summary>
/// <param name="Group">The origin.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Sheets">The upper edges of its sheets.</param>
/// <param name="Lines">Its name's lines with their places.</param>
public sealed record StackedOrigin(OriginGroup Group, int X, IReadOnlyList<int> Sheets, IReadOnlyList<(string Line, int Y)> Lines);
