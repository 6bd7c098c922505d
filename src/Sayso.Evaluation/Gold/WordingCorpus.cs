using Sayso.Core.Errors;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// Wordings of our own (<c>corpus/claims</c>): a line each, with its matter, its claim and its words between tabs. Those of one
/// claim say the same or deny it; those of a matter are about one affair and easily mistaken for each other.
/// </summary>
public static class WordingCorpus
{
    private const string File = "wordings.tsv";

    /// <summary>Whether a folder holds the corpus.</summary>
    public static bool IsAt(string directory) => Path.Exists(Path.Combine(directory, File));

    /// <summary>The wordings in the file's order, each a document of its own.</summary>
    /// <exception cref="SaysoException">The file is missing or malformed (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<ClaimSentence> Read(string directory)
    {
        var path = CorpusFile.Existing(Path.Combine(directory, File));
        List<ClaimSentence> found = [];
        foreach (var line in System.IO.File.ReadLines(path))
        {
            if (line.Split('\t') is not [{ Length: > 0 } matter, { Length: > 0 } claim, { Length: > 0 } words])
            {
                throw CorpusFile.Bad(path, $"line {found.Count + 1} is not a matter, a claim and words between tabs");
            }

            found.Add(new ClaimSentence(ClaimSentence.DocumentOf($"{matter}/{found.Count}", words), new TextSpan(0, words.Length), matter,
                new([claim])));
        }

        return found;
    }
}
