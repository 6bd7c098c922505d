using System.Security.Cryptography;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion;

/// <summary>
/// Bytes, files and streams → <see cref="Document"/>. Bad input is a value with a code, never an exception. Safe for use
/// by several threads at once.
/// </summary>
public sealed class DocumentReader(ReaderOptions? options = null)
{
    private readonly ReaderOptions _options = options ?? new ReaderOptions();

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path, as the user gave it.</param>
    /// <param name="stated">What the user states beside the bytes.</param>
    /// <param name="isKnown">Tells by a document's id that it need not be read: the result then has that id and no document.</param>
    public ReadResult ReadFile(string path, StatedMetadata stated, Func<string, bool>? isKnown = null)
    {
        ArgumentNullException.ThrowIfNull(stated);
        try
        {
            if (Directory.Exists(path))
            {
                return Failed(path, ProblemCodes.Unreadable, $"The folder “{path}” cannot be listed.");
            }

            if (!File.Exists(path))
            {
                return new FileInfo(path).LinkTarget is { } target
                    ? Failed(path, ProblemCodes.Unreadable, $"“{path}” is a link to “{target}”, which leads to no file.")
                    : Failed(path, ProblemCodes.Missing, $"There is no file “{path}”.");
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return ReadStream(stream, path, stated, isKnown);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Unreadable(path, e);
        }
    }

    /// <summary>Reads a stream to its end, or to the bound.</summary>
    public ReadResult ReadStream(Stream stream, string path, StatedMetadata stated, Func<string, bool>? isKnown = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            return Drain(stream) is { } raw ? Read(raw, path, stated, isKnown) : TooLarge(path);
        }
        catch (IOException e)
        {
            return Unreadable(path, e);
        }
    }

    /// <summary>Reads bytes.</summary>
    public ReadResult Read(ReadOnlyMemory<byte> raw, string path, StatedMetadata stated, Func<string, bool>? isKnown = null)
    {
        ArgumentNullException.ThrowIfNull(stated);
        if (raw.Length > _options.MaxBytes)
        {
            return TooLarge(path);
        }

        if (raw.IsEmpty)
        {
            return Failed(path, ProblemCodes.Empty, $"“{path}” is empty.");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(raw.Span));
        var id = DocumentId.Of(hash, stated);
        if (isKnown?.Invoke(id) == true)
        {
            return ReadResult.Known(path, id);
        }

        if (MediaTypes.Of(raw.Span, Path.GetExtension(path).ToLowerInvariant() is ".txt" or ".text") is not { } mediaType)
        {
            return Failed(path, ProblemCodes.Binary, $"“{path}” is neither text nor HTML; save the article as one of them.");
        }

        var decoded = TextDecoder.Decode(raw.Span, mediaType == MediaTypes.Html);
        if (decoded.Text.Length > (mediaType == MediaTypes.Plain ? _options.MaxCharacters : 2 * _options.MaxCharacters))
        {
            return Failed(path, ProblemCodes.TooLarge, $"“{path}” holds {decoded.Text.Length / 1_000_000} million characters, more than an article can.");
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return Failed(path, ProblemCodes.Empty, $"“{path}” holds nothing but white space.");
        }

        List<Problem> problems = [];
        if (decoded.HadInvalidBytes)
        {
            problems.Add(new Problem(ProblemCodes.InvalidEncoding, $"Some bytes are not valid {decoded.Encoding}; each was replaced by U+FFFD."));
        }

        var (page, problem) = mediaType == MediaTypes.Html
            ? HtmlPage.Read(decoded.Text, _options)
            : (new PageContent(decoded.Text, new PageMetadata()), null);
        if (page is null)
        {
            return Failed(path, problem!.Code, $"“{path}”: {problem.Message}");
        }

        if (problem is not null)
        {
            problems.Add(problem);
        }

        if (page.Metadata is { Published: null, UnreadTime: { } time } && stated.Published is null)
        {
            problems.Add(new Problem(ProblemCodes.BadTime, $"The page says that it was published “{(time.Length > 60 ? time[..60] + "…" : time)}”, which is no time that can be read."));
        }

        return ReadResult.Of(path, new Document
        {
            Id = id,
            Raw = raw,
            RawHash = hash,
            MediaType = mediaType,
            Text = page.Text,
            Path = path,
            Url = stated.Url ?? page.Metadata.Url,
            Title = page.Metadata.Title,
            Outlet = stated.Outlet ?? page.Metadata.Outlet,
            Byline = page.Metadata.Byline,
            Published = stated.Published ?? page.Metadata.Published,
            Modified = page.Metadata.Modified,
            Language = page.Metadata.Language ?? LanguageDetection.Of(page.Text),
            Problems = problems.ToValueList(),
        });
    }

    private static ReadResult Failed(string path, string code, string message) => ReadResult.Failed(path, new Problem(code, message));

    private static ReadResult Unreadable(string path, Exception cause) => Failed(path, ProblemCodes.Unreadable, $"“{path}” cannot be read: {cause.Message}");

    /// <summary>The stream's bytes; <c>null</c> where they are more than the bound.</summary>
    private byte[]? Drain(Stream stream)
    {
        if (stream.CanSeek && stream.Length > _options.MaxBytes)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (bytes.Length + read > _options.MaxBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private ReadResult TooLarge(string path) =>
        Failed(path, ProblemCodes.TooLarge, $"“{path}” is larger than {_options.MaxBytes >> 20} MiB, more than an article can be.");
}
