using System.IO.Compression;
using System.Xml;
using Sayso.Core.Errors;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Office;

/// <summary>The XML files inside a text document that is a ZIP archive.</summary>
internal sealed class OfficeArchive : IDisposable
{
    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    private readonly ZipArchive _archive;
    private readonly long _size;
    private readonly ExpansionBudget _budget;

    /// <summary>Opens the archive.</summary>
    public OfficeArchive(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        _archive = new ZipArchive(Part.Bytes(raw), ZipArchiveMode.Read);
        _size = raw.Length;
        _budget = new ExpansionBudget(options with { MaxExpandedBytes = Math.Min(options.MaxExpandedBytes, 16L * options.MaxCharacters) });
    }

    /// <summary>A reader over one file; <c>null</c> where there is none.</summary>
    /// <exception cref="RefusedException">The document is locked, or unpacks to too much while it is read.</exception>
    public XmlReader? Open(string name)
    {
        if (_archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        if (entry.IsEncrypted)
        {
            throw Locked();
        }

        return XmlReader.Create(_budget.Guard(entry.Open(), () => Math.Min(_size, entry.CompressedLength)), _settings);
    }

    /// <summary>Why a document with a password is not read.</summary>
    public static RefusedException Locked() => new(new Problem(ProblemCodes.Encrypted, "it is locked by a password."));

    /// <summary>
    /// What a list of properties says (Dublin Core): title, author, time of change, language. When a file was made is not when
    /// its text was published.
    /// </summary>
    public PageMetadata Properties(string name)
    {
        using var reader = Open(name);
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth <= 3 && !reader.IsEmptyElement)
            {
                var key = reader.LocalName;
                if (reader.Read() && reader.NodeType == XmlNodeType.Text)
                {
                    values.TryAdd(key, reader.Value);
                }
            }
        }

        var title = PageText.Clean(values.GetValueOrDefault("title"));
        return new PageMetadata
        {
            // Programs write the file's name or their own here.
            Title = title?.StartsWith("Microsoft Word", StringComparison.Ordinal) == true ? null : title,
            Byline = PageText.Clean(values.GetValueOrDefault("creator") ?? values.GetValueOrDefault("initial-creator")),
            Modified = TimeText.Parse(values.GetValueOrDefault("modified") ?? values.GetValueOrDefault("date")),
            Language = LanguageTag.Primary(values.GetValueOrDefault("language")),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
