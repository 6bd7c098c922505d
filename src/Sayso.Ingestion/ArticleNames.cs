using Sayso.Ingestion.Forms;
using Sayso.Ingestion.Records;

namespace Sayso.Ingestion;

/// <summary>
/// Which files of a folder or an archive are read: those whose name says that articles come in them, those whose content
/// says so, and not those whose name says that they are something else, such as a program.
/// </summary>
internal static class ArticleNames
{
    /// <summary>The extensions of files that are read, as help names them.</summary>
    public static readonly IReadOnlyList<string> Read =
        [".html", ".htm", ".xhtml", ".txt", ".text", ".eml", ".md", ".markdown", ".mhtml", ".mht", ".pdf", ".docx", ".odt", ".eml",
            ".mbox", ".rss", ".atom", ".jsonl", ".ndjson", ".warc", ".wacz", ".zip", ".gz"];

    private static readonly HashSet<string> _read = new(Read, StringComparer.OrdinalIgnoreCase);

    /// <summary>Text with tags in it, but no articles.</summary>
    private static readonly HashSet<string> _others = new(StringComparer.OrdinalIgnoreCase)
    {
        ".js", ".mjs", ".jsx", ".ts", ".tsx", ".css", ".scss", ".map", ".svg", ".py", ".cs", ".java", ".c", ".h", ".cpp", ".hpp", ".rb",
        ".go", ".rs",
        ".php", ".pl", ".sh", ".ps1", ".bat", ".vue", ".ini", ".toml", ".yaml", ".yml", ".lock", ".log", ".cdx", ".cdxj",
    };

    /// <summary>
    /// Whether a file of this name is read; <c>null</c> where its content tells. A guide to the folder is none of its articles.
    /// </summary>
    public static bool? IsArticle(string name)
    {
        var extension = Path.GetExtension(name);
        return Path.GetFileNameWithoutExtension(name).Equals("readme", StringComparison.OrdinalIgnoreCase) ? false
            : _read.Contains(extension) ? true
            : _others.Contains(extension) ? false
            : null;
    }

    /// <summary>
    /// Whether a file whose name does not tell is read, by its beginning: a page or a mail is, whatever its extension; a text
    /// only without one, and records only where they have texts.
    /// </summary>
    public static bool IsArticle(string name, ReadOnlySpan<byte> beginning) => FormFinder.Of(beginning, name) switch
    {
        null => false,
        Form.Plain => Path.GetExtension(name).Length == 0,
        (Form.Json or Form.JsonLines or Form.Csv) and var records =>
            RecordForms.HoldText(TextDecoder.Decode(beginning, isHtml: false).Text, records),
        _ => true,
    };
}
