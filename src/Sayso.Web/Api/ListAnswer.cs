using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Sayso.Core.Errors;

namespace Sayso.Web.Api;

/// <summary>A list to be answered with: items in a stable order, each with a key, and how each is written.</summary>
/// <typeparam name="TItem">What the items are.</typeparam>
/// <param name="Items">The items; may be read as they are enumerated.</param>
/// <param name="KeyOf">What tells an item from the others of the list.</param>
/// <param name="Write">Its line of the contract; good until the next one is asked for.</param>
internal sealed record ListAnswer<TItem>(IEnumerable<TItem> Items, Func<TItem, string> KeyOf, Func<TItem, ReadOnlyMemory<byte>> Write)
{
    private const int UsualLimit = 100;
    private const int MostLimit = 1000;

    /// <summary>Bytes after which what was written goes on its way.</summary>
    private const int Portion = 64 << 10;

    /// <summary>What comes behind the item of a key, without the items before it; where that is not known, the list is walked to the item.</summary>
    /// <remarks>Fails with <see cref="ProblemCodes.NotFound"/> where the item is no longer there.</remarks>
    public Func<string, IEnumerable<TItem>>? Behind { get; init; }

    /// <summary>Whether it goes out whole: what was done, not a part of what there is.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Answers with the part that is asked for, as JSON or as JSON Lines.</summary>
    public async Task SendAsync(HttpContext context, ApiQuery query)
    {
        var question = Cursor.QuestionOf(context.Request);
        var after = query.Words("cursor") is { } cursor ? Cursor.KeyOf(cursor, question) : null;
        var limit = query.Count("limit");
        if (limit > MostLimit && !Negotiation.WantsLines(context.Request))
        {
            throw ApiQuery.Bad($"The limit is {MostLimit} at most; ask for more with the cursor, or for all as JSON Lines.");
        }

        await (Negotiation.WantsLines(context.Request)
            ? LinesAsync(context, After(after), limit)
            : PageAsync(context, After(after), (question, limit ?? (IsWhole ? int.MaxValue : UsualLimit))));
    }

    private async Task LinesAsync(HttpContext context, IEnumerable<TItem> items, int? limit)
    {
        context.Response.ContentType = Negotiation.Lines;
        var output = context.Response.BodyWriter;
        var written = 0;
        foreach (var item in limit is { } most ? items.Take(most) : items)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            var line = Write(item);
            output.Write(line.Span);
            written += line.Length;
            if (written >= Portion)
            {
                await output.FlushAsync(context.RequestAborted);
                written = 0;
            }
        }

        await output.FlushAsync(context.RequestAborted);
    }

    private async Task PageAsync(HttpContext context, IEnumerable<TItem> items, (string Question, int Limit) part)
    {
        var body = new ArrayBufferWriter<byte>();
        body.Write("{\"items\":["u8);
        var (count, last, hasMore) = (0, string.Empty, false);
        foreach (var item in items)
        {
            if (count == part.Limit)
            {
                hasMore = true;
                break;
            }

            if (count++ > 0)
            {
                body.Write(","u8);
            }

            var line = Write(item);
            body.Write(line.Span[..^1]);
            last = KeyOf(item);
        }

        body.Write("],\"next\":"u8);
        body.Write(hasMore ? Encoding.UTF8.GetBytes($"\"{new Cursor(part.Question, last).Text}\"") : "null"u8);
        body.Write("}\n"u8);
        context.Response.ContentType = Negotiation.Json;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private IEnumerable<TItem> After(string? key) => key is null ? Items : Behind is { } behind ? Found(behind, key) : Walked(key);

    private static IEnumerable<TItem> Found(Func<string, IEnumerable<TItem>> behind, string key)
    {
        try
        {
            return behind(key);
        }
        catch (SaysoException e) when (e.Problem.Code == ProblemCodes.NotFound)
        {
            throw Gone();
        }
    }

    private IEnumerable<TItem> Walked(string key)
    {
        using var items = Items.GetEnumerator();
        var found = false;
        while (!found && items.MoveNext())
        {
            found = KeyOf(items.Current) == key;
        }

        if (!found)
        {
            throw Gone();
        }

        while (items.MoveNext())
        {
            yield return items.Current;
        }
    }

    private static SaysoException Gone() =>
        new(ProblemCodes.BadCursor, "What the cursor stands behind is no longer in the answer. Begin again without a cursor.");
}
