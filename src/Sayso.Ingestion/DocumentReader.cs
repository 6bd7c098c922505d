using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Fetching;

namespace Sayso.Ingestion;

/// <summary>
/// Bytes, files and streams → <see cref="Document"/>s. What an input is, its content tells. An article is one document;
/// a container (a mailbox, a feed, an archive) holds any number, which are read one after the other as they are asked
/// for, in memory that does not grow with the container. Bad input is a value with a code, never an exception. Safe for
/// use by several threads at once.
/// </summary>
public sealed class DocumentReader(ReaderOptions? options = null)
{
    private readonly ReaderOptions _options = options ?? new ReaderOptions();

    /// <summary>Reads a file. It is open until the last result was taken.</summary>
    /// <param name="path">Its path, as the user gave it.</param>
    /// <param name="stated">What the user states beside the bytes.</param>
    /// <param name="isKnown">Tells by a document's id that it need not be read: the result then has that id and no document.</param>
    public IEnumerable<ReadResult> ReadFile(string path, StatedMetadata stated, Func<string, bool>? isKnown = null)
    {
        ArgumentNullException.ThrowIfNull(stated);
        return Walk();

        IEnumerable<ReadResult> Walk()
        {
            var (stream, problem) = Open(path);
            if (stream is null)
            {
                yield return ReadResult.Failed(path, problem!);
                yield break;
            }

            using (stream)
            {
                foreach (var result in ReadStream(stream, path, stated, isKnown))
                {
                    yield return result;
                }
            }
        }
    }

    /// <summary>Reads a stream to its end, or to the bound; it stays its owner's.</summary>
    public IEnumerable<ReadResult> ReadStream(Stream stream, string path, StatedMetadata stated, Func<string, bool>? isKnown = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(stated);
        return new InputWalk(_options, stated, isKnown).Read(new Part(path) { Content = stream, IsWhole = true });
    }

    /// <summary>
    /// Reads what was fetched. A page's address is the one that it names itself, where that is on the same site; else the
    /// one that it came from.
    /// </summary>
    /// <param name="fetched">A result with content.</param>
    /// <param name="stated">What the user states beside it.</param>
    /// <param name="isKnown">As for files.</param>
    public IEnumerable<ReadResult> ReadFetched(FetchResult fetched, StatedMetadata stated, Func<string, bool>? isKnown = null)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        ArgumentNullException.ThrowIfNull(stated);
        var part = new Part(fetched.Address)
        {
            Content = Part.Bytes(fetched.Body),
            IsWhole = true,
            Charset = fetched.Charset,
            FetchedFrom = fetched.FinalAddress
        };
        return new InputWalk(_options, stated with { Url = stated.Url ?? fetched.FinalAddress }, isKnown).Read(part);
    }

    /// <summary>Reads bytes.</summary>
    public IEnumerable<ReadResult> Read(ReadOnlyMemory<byte> raw, string path, StatedMetadata stated, Func<string, bool>? isKnown = null) =>
        ReadStream(Part.Bytes(raw), path, stated, isKnown);

    private static (FileStream? Stream, Problem? Problem) Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return (null, new Problem(ProblemCodes.Unreadable, $"The folder “{path}” cannot be listed."));
            }

            if (!File.Exists(path))
            {
                return (null, new FileInfo(path).LinkTarget is { } target
                    ? new Problem(ProblemCodes.Unreadable, $"“{path}” is a link to “{target}”, which leads to no file.")
                    : new Problem(ProblemCodes.Missing, $"There is no file “{path}”; check the path."));
            }

            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (null, InputWalk.Unreadable(path, e));
        }
    }
}
