using Sayso.Ingestion.Feeds;
using Sayso.Ingestion.Forms;
using Sayso.Ingestion.Mail;
using Sayso.Ingestion.Records;

namespace Sayso.Ingestion.Containers;

/// <summary>A container that is being walked through.</summary>
/// <param name="Whole">The container as a part.</param>
/// <param name="Form">Its form.</param>
/// <param name="Bytes">Its bytes, from the first on.</param>
/// <param name="Options">Bounds.</param>
internal sealed record OpenContainer(Part Whole, Form Form, PeekedStream Bytes, ReaderOptions Options)
{
    /// <summary>What it may still give.</summary>
    public required ExpansionBudget Budget { get; init; }

    /// <summary>All of its bytes, where it cannot be read in pieces.</summary>
    /// <exception cref="RefusedException">They are too many.</exception>
    public byte[] Drain() => Bytes.Drain(Options.MaxBytes)
        ?? throw new RefusedException(new(Core.Errors.ProblemCodes.TooLarge, $"it is larger than {ByteCount.Of(Options.MaxBytes)}."));
}

/// <summary>The parts of containers, by their form.</summary>
internal static class Container
{
    /// <summary>Whether a form holds documents rather than being one.</summary>
    public static bool Is(Form form) =>
        form is Form.Message or Form.Mailbox or Form.Feed or Form.JsonFeed or Form.Sitemap or Form.Json or Form.JsonLines or Form.Csv
        or Form.Warc or Form.Zip or Form.Gzip;

    /// <summary>The parts in order, found as they are asked for. Broken bytes end in an exception of any kind.</summary>
    public static IEnumerable<Part> Parts(OpenContainer container) => container.Form switch
    {
        Form.Message => MessageParts.Of(container),
        Form.Mailbox => Mailbox.Messages(container),
        Form.Feed => FeedItems.Of(container),
        Form.JsonFeed => JsonFeed.Items(container),
        Form.Sitemap => Sitemap.Items(container),
        Form.Json => JsonRecords.Objects(container),
        Form.JsonLines => JsonRecords.Lines(container),
        Form.Csv => CsvRecords.Of(container),
        Form.Warc => Warc.Records(container),
        Form.Zip => Zip.Parts(container),
        Form.Gzip => Gzip.Content(container),
        _ => throw new ArgumentOutOfRangeException(nameof(container), container.Form, "no container"),
    };
}
