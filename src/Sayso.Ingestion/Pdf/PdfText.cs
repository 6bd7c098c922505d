using Sayso.Core.Errors;
using Sayso.Ingestion.Html;
using Sayso.Ingestion.Metadata;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Sayso.Ingestion.Pdf;

/// <summary>
/// A PDF → text: its paragraphs in reading order, without running heads. What is drawn but no text (scanned pages) cannot
/// be read; scripts are not run. When a file was made is not when its text was published.
/// </summary>
internal static class PdfText
{
    private const int MostLetters = 200_000;
    private const int MostTitleLines = 4;
    private const double LargerThanBody = 1.2;

    /// <summary>Text and metadata.</summary>
    public static PageContent Read(ReadOnlyMemory<byte> raw, ReaderOptions options)
    {
        try
        {
            return Guarded.Run(stop => Parse(raw, options, stop), options);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RefusedException(new Problem(ProblemCodes.Encrypted, "it is locked by a password."));
        }
        catch (Exception e) when (e is not (RefusedException or OutOfMemoryException))
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static PageContent Parse(ReadOnlyMemory<byte> raw, ReaderOptions options, CancellationToken cancellationToken)
    {
        using var pdf = PdfDocument.Open(raw.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        if (pdf.NumberOfPages > options.MaxPages)
        {
            throw new RefusedException(new Problem(ProblemCodes.TooLarge, $"it has more than {options.MaxPages} pages."));
        }

        List<IReadOnlyList<PdfBlock>> pages = [];
        long characters = 0;
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = pdf.GetPage(number);
            characters += page.Letters.Count;
            if (page.Letters.Count > MostLetters || characters > options.MaxCharacters)
            {
                throw new RefusedException(new Problem(ProblemCodes.TooLarge, "it holds more characters than an article can."));
            }

            pages.Add([.. PageLayout.Of(Words(page), number)]);
        }

        List<PdfBlock> blocks = [.. RunningHeads.Without(pages)];
        var information = pdf.Information;
        return new PageContent(string.Join('\n', PdfParagraphs.Of(blocks)), new PageMetadata
        {
            Title = Title(PageText.Clean(information.Title), blocks),
            Byline = PageText.Clean(information.Author),
            Modified = PdfStrings.Parse(information.ModifiedDate),
        });
    }

    /// <summary>The words of a page that stand upright.</summary>
    private static IEnumerable<PdfWord> Words(Page page) => page.GetWords()
        .Where(w => w.TextOrientation is TextOrientation.Horizontal or TextOrientation.Other)
        .Select(w => new PdfWord(PdfStrings.Readable(w.Text), w.BoundingBox.Left, w.BoundingBox.Right, w.Letters[0].StartBaseLine.Y,
            Math.Max(1, w.Letters.Max(l => l.PointSize))))
        .Where(w => w.Text.Length > 0 && double.IsFinite(w.Left) && double.IsFinite(w.Right) && double.IsFinite(w.Baseline)
            && double.IsFinite(w.Size));

    /// <summary>
    /// What the file says is its title, if its first page says so too: programs write file names there. Else the largest
    /// letters of that page, where they are larger than the text's.
    /// </summary>
    private static string? Title(string? stated, IReadOnlyList<PdfBlock> blocks)
    {
        var lines = blocks.SelectMany(b => b.Lines).ToList();
        var first = lines.TakeWhile(l => l.Page == (lines.Count > 0 ? lines[0].Page : 0)).ToList();
        if (stated is not null && PageText.Key(stated) is { Length: > 0 } key
            && PageText.Key(string.Join(' ', first.Select(l => l.Text))).Contains(key, StringComparison.Ordinal))
        {
            return stated;
        }

        if (lines.Count == 0)
        {
            return null;
        }

        var body = lines.GroupBy(l => Math.Round(l.Size, 1)).MaxBy(g => g.Sum(l => l.Text.Length))!.Key;
        var largest = first.Max(l => l.Size);
        var title = first.SkipWhile(l => l.Size < largest - 0.5).TakeWhile(l => l.Size >= largest - 0.5).ToList();
        return largest >= LargerThanBody * body && title.Count <= MostTitleLines
            ? PageText.Collapse(string.Join(' ', title.Select(l => l.Text))) : null;
    }
}
