using Sayso.Ingestion;
using Sayso.Ingestion.Fetching;

namespace Sayso.Cli.Pipeline;

/// <summary>Bounds of what is read and fetched, as a command line sets them; what it does not set stays as it is.</summary>
internal sealed class Bounds(IReadOnlyList<(string Name, long Number)> given)
{
    private const long Kilo = 1 << 10, Mega = 1 << 20, Giga = 1 << 30;

    // An input is one array of bytes, and a text one string.
    private const long MostBytes = 2_000_000_000, MostCharacters = 500_000_000;

    private static readonly Dictionary<string, long> _most = new(StringComparer.Ordinal)
    {
        ["bytes"] = MostBytes,
        ["characters"] = MostCharacters,
        ["tags"] = int.MaxValue,
        ["depth"] = 10_000,
        ["pages"] = int.MaxValue,
        ["seconds"] = 86_400,
        ["memory"] = long.MaxValue,
        ["containers"] = 100,
        ["parts"] = long.MaxValue,
        ["unpacked"] = long.MaxValue,
        ["expansion"] = int.MaxValue,
    };

    /// <summary>None set.</summary>
    public static Bounds Usual { get; } = new([]);

    /// <summary>What can be set.</summary>
    public static string Names => string.Join(", ", _most.Keys);

    /// <summary>
    /// One bound as written, <c>bytes=256M</c>; <c>null</c> where it is none, or not from 1 to what the program can hold.
    /// </summary>
    public static (string Name, long Number)? Read(string written)
    {
        var parts = written.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts is not [var name, { Length: > 0 } value] || !_most.TryGetValue(name.ToLowerInvariant(), out var most))
        {
            return null;
        }

        var scale = char.ToUpperInvariant(value[^1]) switch { 'K' => Kilo, 'M' => Mega, 'G' => Giga, _ => 1 };
        var digits = scale == 1 ? value : value[..^1];
        return long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
            out var number) && number >= 1 && number <= most / scale
            ? (name.ToLowerInvariant(), number * scale)
            : null;
    }

    /// <summary>How inputs are read.</summary>
    public ReaderOptions Of(ReaderOptions usual) => given.Aggregate(usual, (options, bound) => bound.Name switch
    {
        "bytes" => options with { MaxBytes = bound.Number },
        "characters" => options with { MaxCharacters = (int)bound.Number },
        "tags" => options with { MaxTags = (int)bound.Number },
        "depth" => options with { MaxDepth = (int)bound.Number },
        "pages" => options with { MaxPages = (int)bound.Number },
        "seconds" => options with { MaxTime = TimeSpan.FromSeconds(bound.Number) },
        "memory" => options with { MaxMemory = bound.Number },
        "containers" => options with { MaxContainers = (int)bound.Number },
        "parts" => options with { MaxEntries = bound.Number },
        "unpacked" => options with { MaxExpandedBytes = bound.Number },
        _ => options with { MaxExpansion = (int)bound.Number },
    });

    /// <summary>How addresses are fetched.</summary>
    public FetchOptions Of(FetchOptions usual) => given.Aggregate(usual, (options, bound) => bound.Name switch
    {
        "bytes" => options with { MaxBytes = bound.Number },
        "expansion" => options with { MaxExpansion = (int)bound.Number },
        _ => options,
    });
}
