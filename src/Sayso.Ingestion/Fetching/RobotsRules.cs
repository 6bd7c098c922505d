using System.Globalization;
using System.Text;

namespace Sayso.Ingestion.Fetching;

/// <summary>
/// What a site's <c>robots.txt</c> asks of a program (RFC 9309), and the pause that many ask for with <c>Crawl-delay</c>.
/// The longest pattern that fits a path decides; of two as long, the one that allows.
/// </summary>
internal sealed class RobotsRules
{
    /// <summary>More bytes are not read (RFC 9309, 2.5 asks for 500 KiB at least).</summary>
    public const int MostBytes = 512_000;

    private const int MostRules = 10_000;

    private readonly List<(string Pattern, bool Allows)> _rules = [];

    /// <summary>Everything is allowed, as where there is no such file.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>Nothing is allowed, as where the server fails (RFC 9309, 2.3.1.4).</summary>
    public static RobotsRules RefuseAll { get; } = new() { _rules = { ("/", false) } };

    /// <summary>The pause between two requests that the site asks for.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Reads the rules for a program; those for all where there are none of its own.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">The program's name.</param>
    public static RobotsRules Parse(string text, string name)
    {
        var (own, all) = (new RobotsRules(), new RobotsRules());
        var hasOwn = false;
        var (forOwn, forAll, inNames) = (false, false, false);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = (raw.IndexOf('#') is >= 0 and var comment ? raw[..comment] : raw).Trim("\uFEFF \t");
            if (line.IndexOf(':') is not (> 0 and var colon))
            {
                continue;
            }

            var key = line[..colon].Trim();
            var value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                (forOwn, forAll) = inNames ? (forOwn, forAll) : (false, false);
                inNames = true;

                // “Sayso/1.0” is for us as well: a name ends where it may not go on.
                var end = value.IndexOfAnyExcept(_letters);
                forOwn |= (end < 0 ? value : value[..end]).Equals(name, StringComparison.OrdinalIgnoreCase);
                forAll |= value is "*";
                hasOwn |= forOwn;
                continue;
            }

            // Other lines, such as those that name sitemaps, part no groups.
            if (own.Takes(key, value, forOwn) | all.Takes(key, value, forAll))
            {
                inNames = false;
            }
        }

        return hasOwn ? own : all;
    }

    /// <summary>Whether a path with its query may be fetched.</summary>
    public bool Allows(string pathAndQuery)
    {
        var path = Normal(pathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        var (length, allows) = (-1, true);
        foreach (var (pattern, does) in _rules)
        {
            if ((pattern.Length > length || (pattern.Length == length && does)) && Fits(pattern, path))
            {
                (length, allows) = (pattern.Length, does);
            }
        }

        return allows;
    }

    private static readonly System.Buffers.SearchValues<char> _letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    /// <summary>Takes a line, where it is one of a group's.</summary>
    private bool Takes(ReadOnlySpan<char> key, ReadOnlySpan<char> value, bool isFor)
    {
        if (key.Equals("allow", StringComparison.OrdinalIgnoreCase) || key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
        {
            // An empty pattern fits nothing.
            if (isFor && value.Length > 0 && _rules.Count < MostRules)
            {
                _rules.Add((Normal(value.ToString()), key.Length == 5));
            }

            return true;
        }

        if (!key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (isFor && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds < 86_400)
        {
            Delay = TimeSpan.FromSeconds(seconds);
        }

        return true;
    }

    /// <summary>Whether a pattern fits a path's beginning; <c>*</c> stands for anything, <c>$</c> at its end for the path's end.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            // Each part at its first place leaves the most for the rest; the last one of a whole pattern has to be at the end.
            if (isWhole && i == parts.Length - 1)
            {
                return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            }

            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !isWhole || at == path.Length;
    }

    /// <summary>
    /// One way of writing an address: letters beyond ASCII as percent-encoded UTF-8, encoded digits in capitals, what needs no
    /// encoding decoded.
    /// </summary>
    private static string Normal(string path)
    {
        var made = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var at = 0; at < bytes.Length; at++)
        {
            // What an escape stands for is no part of another one: "%%41" is "%A".
            if (bytes[at] == '%' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1])
                && char.IsAsciiHexDigit((char)bytes[at + 2]))
            {
                var letter = (char)byte.Parse(bytes.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                made.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~'
                    ? letter.ToString() : $"%{(int)letter:X2}");
                at += 2;
            }
            else
            {
                made.Append(bytes[at] is > 0x20 and < 0x7F ? ((char)bytes[at]).ToString() : $"%{bytes[at]:X2}");
            }
        }

        return made.ToString();
    }
}
