using System.Text;
using Sayso.Core.Errors;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>Emergent (Ferreira and Vlachos 2016): headlines of articles that were collected for claims, each with its claim's id.</summary>
public static class EmergentCorpus
{
    private const string File = "url-versions-2015-06-14-clean.csv";
    private const int Folds = 10;

    /// <summary>Whether a folder holds the corpus.</summary>
    public static bool IsAt(string directory) => Path.Exists(Path.Combine(directory, File));

    /// <summary>The different headlines of one fold's claims, and the claims' own wordings, in the file's order.</summary>
    /// <param name="directory">The folder that holds the file.</param>
    /// <param name="isInFold">Which of the ten folds, 0 to 9; a claim's fold is a hash of its id.</param>
    /// <exception cref="SaysoException">The file is missing or malformed (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<ClaimSentence> Read(string directory, Func<int, bool> isInFold)
    {
        ArgumentNullException.ThrowIfNull(isInFold);
        var path = CorpusFile.Existing(Path.Combine(directory, File));
        var rows = Rows(System.IO.File.ReadAllText(path, Encoding.UTF8)).ToList();
        if (rows.Count < 2 || Array.IndexOf(rows[0], "claimId") is not (>= 0 and var claim)
            || Array.IndexOf(rows[0], "claimHeadline") is not (>= 0 and var wording)
                || Array.IndexOf(rows[0], "articleHeadline") is not (>= 0 and var headline))
        {
            throw CorpusFile.Bad(path, "its columns are not those of Emergent");
        }

        HashSet<(string, string)> seen = [];
        List<ClaimSentence> found = [];
        foreach (var row in rows.Skip(1).Where(r => r.Length == rows[0].Length && isInFold(FoldOf(r[claim]))))
        {
            foreach (var text in (string[])[row[wording], row[headline]])
            {
                if (text.Length > 0 && seen.Add((row[claim], text)))
                {
                    var document = ClaimSentence.DocumentOf($"{row[claim]}/{found.Count}", text);
                    found.Add(new ClaimSentence(document, new TextSpan(0, text.Length), "all", new([row[claim]])));
                }
            }
        }

        return found;
    }

    private static int FoldOf(string claim)
    {
        using var hash = new ContentHash("fold");
        return Convert.ToInt32(hash.Add(claim).ToId()[..4], 16) % Folds;
    }

    /// <summary>Rows of comma-separated values (RFC 4180).</summary>
    private static IEnumerable<string[]> Rows(string text)
    {
        List<string> row = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(c);
                    i++;
                }
                else
                {
                    quoted = false;
                }

                continue;
            }

            switch (c)
            {
                case '"':
                    quoted = true;
                    break;
                case ',':
                    row.Add(field.ToString());
                    field.Clear();
                    break;
                case '\n':
                    row.Add(field.ToString().TrimEnd('\r'));
                    field.Clear();
                    yield return [.. row];
                    row.Clear();
                    break;
                default:
                    field.Append(c);
                    break;
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            row.Add(field.ToString());
            yield return [.. row];
        }
    }
}
