using System.Globalization;

namespace Sayso.Evaluation.Gold;

/// <summary>A pronoun of a paragraph with two names that it may mean (Webster et al. 2018).</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Text">The paragraph.</param>
/// <param name="Pronoun">Where the pronoun begins, in UTF-16 units.</param>
/// <param name="IsFeminine">Whether it is one of she's forms.</param>
/// <param name="A">The first name.</param>
/// <param name="B">The second name.</param>
public sealed record GapCase(string Id, string Text, int Pronoun, bool IsFeminine, GapName A, GapName B);

/// <summary>A name that a pronoun may mean.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length.</param>
/// <param name="IsMeant">Whether the pronoun means it.</param>
public readonly record struct GapName(int Start, int Length, bool IsMeant);

/// <summary>Reads GAP's tables: a header, then one case a line, cells between tabs without quoting.</summary>
public static class GapCorpus
{
    private const int Cells = 11;

    /// <summary>The cases of a file.</summary>
    /// <exception cref="Core.Errors.SaysoException">The file cannot be read, or is no such table.</exception>
    public static async Task<IReadOnlyList<GapCase>> ReadAsync(string path, CancellationToken cancellation = default)
    {
        var text = await CorpusFile.ReadTextAsync(path, cancellation).ConfigureAwait(false);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => Case(path, line.TrimEnd('\r').Split('\t')))];
    }

    private static GapCase Case(string path, string[] cells)
    {
        if (cells.Length != Cells)
        {
            throw CorpusFile.Bad(path, $"a line has {cells.Length} cells, not {Cells}");
        }

        int Number(int cell) => int.TryParse(cells[cell], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw CorpusFile.Bad(path, $"‘{cells[cell]}’ is no offset");

        return new(cells[0], cells[1], Number(3), cells[2].ToLowerInvariant() is "she" or "her" or "hers" or "herself",
            new(Number(5), cells[4].Length, cells[6] == "TRUE"), new(Number(8), cells[7].Length, cells[9] == "TRUE"));
    }
}
