using System.Text;
using Sayso.Core.Claims;
using Sayso.Core.Errors;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>Emergent (Ferreira and Vlachos 2016): headlines of articles that were collected for claims, each with its claim's id.</summary>
public static class EmergentCorpus
{
    private const string File = "url-versions-2015-06-14-clean.csv";
    private const string ClaimId = "claimId";
    private const string Wording = "claimHeadline";
    private const string Headline = "articleHeadline";
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
        var (rows, column) = Table(directory);
        var (claim, wording, headline) = (column(ClaimId), column(Wording), column(Headline));
        HashSet<(string, string)> seen = [];
        List<ClaimSentence> found = [];
        foreach (var row in rows.Where(r => isInFold(FoldOf(r[claim]))))
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

    /// <summary>All headlines with what each does with its claim, in the file's order.</summary>
    /// <param name="directory">The folder that holds the file.</param>
    /// <exception cref="SaysoException">The file is missing or malformed (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<StancedHeadline> ReadHeadlines(string directory)
    {
        var (rows, column) = Table(directory);
        var (wording, headline, stance) = (column(Wording), column(Headline), column("articleHeadlineStance"));
        return
        [
            .. rows.Select((row, i) => new StancedHeadline(ClaimSentence.DocumentOf($"headline/{i}", row[headline]), ClaimSentence.DocumentOf($"claim/{i}", row[wording]),
                row[stance] switch
                {
                    "for" => Side.For,
                    "against" => Side.Against,
                    "observing" => Side.Neutral,
                    _ => throw CorpusFile.Bad(Path.Combine(directory, File), $"‘{row[stance]}’ is no stance"),
                })),
        ];
    }

    /// <summary>The file's whole rows, and where its columns stand.</summary>
    private static (IReadOnlyList<string[]> Rows, Func<string, int> Column) Table(string directory)
    {
        var path = CorpusFile.Existing(Path.Combine(directory, File));
        var rows = Rows(System.IO.File.ReadAllText(path, Encoding.UTF8)).ToList();
        return rows.Count < 2
            ? throw CorpusFile.Bad(path, "it has no rows")
            : ([.. rows.Skip(1).Where(row => row.Length == rows[0].Length)],
                name => Array.IndexOf(rows[0], name) is >= 0 and var at ? at : throw CorpusFile.Bad(path, "its columns are not those of Emergent"));
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
