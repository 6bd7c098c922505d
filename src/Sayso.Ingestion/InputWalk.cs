using System.Security.Cryptography;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;
using Sayso.Ingestion.Containers;
using Sayso.Ingestion.Forms;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion;

/// <summary>
/// The way through one input: a document is read, a container's parts are walked through, in order and one at a time.
/// What a container breaks off at is a result of its own, and the documents before it stand.
/// </summary>
internal sealed class InputWalk(ReaderOptions options, StatedMetadata stated, Func<string, bool>? isKnown)
{
    private const int Sample = 65_536;

    private readonly ExpansionBudget _budget = new(options);
    private readonly StatedMetadata _statedOfParts = stated with { Url = null };

    /// <summary>The results of one part and all that it holds.</summary>
    public IEnumerable<ReadResult> Read(Part part)
    {
        if (part.Problem is { } problem)
        {
            return [ReadResult.Failed(part.Path, problem)];
        }

        try
        {
            return Open(part);
        }
        catch (Exception e) when (e is RefusedException or InvalidDataException or InvalidOperationException or IOException
            or UnauthorizedAccessException)
        {
            return [ReadResult.Failed(part.Path, AsProblem(part.Path, e)!)];
        }
    }

    /// <summary>What kept the system from giving a file's bytes.</summary>
    public static Problem Unreadable(string path, Exception cause) =>
        new(ProblemCodes.Unreadable, $"“{path}” cannot be read: {cause.Message} Check its permissions.");

    private IEnumerable<ReadResult> Open(Part part)
    {
        if (part is { Form: { } known, Content: MemoryStream ready } && !Container.Is(known) && ready.TryGetBuffer(out var buffer))
        {
            return [Document(part, known, buffer)];
        }

        var bytes = new PeekedStream(part.Content, Sample);
        if (bytes.Beginning.IsEmpty)
        {
            return part.MayBeOther ? [] : Failed(part.Path, ProblemCodes.Empty, $"“{part.Path}” is empty; save the article again.");
        }

        if (part.MayBeOther && !ArticleNames.IsArticle(part.Path, bytes.Beginning))
        {
            return [];
        }

        if ((part.Form ?? FormFinder.Of(bytes.Beginning, part.Path)) is not { } form)
        {
            return Failed(part.Path, ProblemCodes.Binary,
                $"“{part.Path}” is in no form that can be read; save the article as text, HTML or PDF.");
        }

        if (Container.Is(form))
        {
            return part.Depth < options.MaxContainers
                ? Walk(part, form, bytes)
                : Failed(part.Path, ProblemCodes.Expands,
                    $"“{part.Path}” stands in {(part.Depth == 1 ? "a container" : $"{part.Depth} containers inside each other")}; that is as deep as is read.");
        }

        return bytes.Drain(options.MaxBytes) is { } raw
            ? [Document(part, form, raw)]
            : Failed(part.Path, ProblemCodes.TooLarge,
                $"“{part.Path}” is larger than {ByteCount.Of(options.MaxBytes)}, more than is read; split it.");
    }

    private IEnumerable<ReadResult> Walk(Part part, Form form, PeekedStream bytes)
    {
        using var parts = Container.Parts(new OpenContainer(part, form, bytes, options) { Budget = _budget }).GetEnumerator();
        for (var isEmpty = true; ;)
        {
            Problem? problem = null;
            try
            {
                if (parts.MoveNext())
                {
                    _budget.CountEntry();
                }
                else if (isEmpty && !part.MayBeOther)
                {
                    problem = new Problem(ProblemCodes.NoText, $"“{part.Path}” holds nothing that can be read.");
                }
                else
                {
                    yield break;
                }
            }
            catch (Exception e) when (AsProblem(part.Path, e) is { } found)
            {
                problem = found;
            }

            if (problem is not null)
            {
                yield return ReadResult.Failed(part.Path, problem);
                yield break;
            }

            foreach (var result in Read(parts.Current))
            {
                isEmpty = false;
                yield return result;
            }
        }
    }

    private ReadResult Document(Part part, Form form, ReadOnlyMemory<byte> raw)
    {
        var said = part.IsWhole ? stated : _statedOfParts;
        var hash = Convert.ToHexStringLower(SHA256.HashData(raw.Span));
        var id = DocumentId.Of(hash, said);
        if (isKnown?.Invoke(id) == true)
        {
            return ReadResult.Known(part.Path, id);
        }

        PageContent? content;
        IReadOnlyList<Problem> problems;
        try
        {
            var own = options with { Charset = part.Charset };
            (content, problems) = form == Form.Pdf || raw.Length < Guarded.FewestBytes ? Article.Read(form, raw, own) : Guarded.Run(_ => Article.Read(form, raw, own), own);
        }
        catch (Exception e) when (AsProblem(part.Path, e) is { } found)
        {
            return ReadResult.Failed(part.Path, found);
        }

        if (content is null)
        {
            return ReadResult.Failed(part.Path, problems[0] with { Message = $"“{part.Path}”: {problems[0].Message}" });
        }

        var metadata = content.Metadata.Or(part.Found);
        if (metadata is { Published: null, UnreadTime: { } time } && said.Published is null)
        {
            problems = [.. problems, new Problem(ProblemCodes.BadTime,
                $"It says that it was published “{(time.Length > 60 ? time[..60] + "…" : time)}”, which is no time that can be read.")];
        }

        var language = LanguageDetection.Of(content.Text, metadata.Language);
        if (LanguageParts.Of(content.Text, language).Problem is { } foreign)
        {
            problems = [.. problems, foreign];
        }

        return ReadResult.Of(part.Path, new Document
        {
            Id = id,
            Raw = raw,
            RawHash = hash,
            MediaType = MediaTypes.Of(form),
            Text = content.Text,
            Path = part.Path,
            Url = (part.FetchedFrom is { } from && !WebAddress.IsOneSite(metadata.Url, from) ? null : metadata.Url) ?? said.Url,
            Title = metadata.Title,
            Outlet = metadata.Outlet ?? said.Outlet,
            Byline = metadata.Byline,
            Published = metadata.Published ?? said.Published,
            Modified = metadata.Modified,
            Language = language,
            Problems = problems.ToValueList(),
        });
    }

    private static ReadResult[] Failed(string path, string code, string message) => [ReadResult.Failed(path, new Problem(code, message))];

    /// <summary>
    /// The problem that an exception stands for. The readers of foreign formats throw what they like at broken bytes, so
    /// anything but a fault of the machine says that the input is damaged.
    /// </summary>
    private static Problem? AsProblem(string path, Exception e) => e switch
    {
        RefusedException refused => refused.Problem with { Message = $"“{path}”: {refused.Problem.Message}" },
        InvalidDataException or EndOfStreamException => Damaged(path, e),
        IOException or UnauthorizedAccessException => Unreadable(path, e),
        OutOfMemoryException or OperationCanceledException => null,
        _ => Damaged(path, e),
    };

    private static Problem Damaged(string path, Exception e) => new(ProblemCodes.Damaged, $"“{path}” is damaged: {e.Message}");
}
