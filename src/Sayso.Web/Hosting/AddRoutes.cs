using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Web.Pages;
using Sayso.Web.Reading;

namespace Sayso.Web.Hosting;

/// <summary>Handing in what is to be read, and watching it.</summary>
internal sealed class AddRoutes(SiteState state)
{
    private const int LongestName = 60;

    private static readonly LocalDateTimePattern _minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        Routes.Get(app, "/add", context => Form(context, null));
        Routes.Get(app, "/add/{id}", Show);
        app.MapPost("/add", (RequestDelegate)AddAsync);
        app.MapPost("/add/sample", (RequestDelegate)AddSampleAsync);
    }

    private IResult Form(HttpContext context, Problem? problem) => Pipeline.Page<AddPage>(
        (nameof(AddPage.Token), Routes.Token(context)),
        (nameof(AddPage.Batches), state.Reading.Batches.Select(BatchView.Of).ToList()),
        (nameof(AddPage.Problem), problem));

    private IResult Show(HttpContext context)
    {
        var id = Routes.Part(context, "id");
        var batch = state.Reading.Find(id) ?? throw new SaysoException(ProblemCodes.NotFound, "What was handed in there is no longer remembered; its documents are in the ledger.");
        var view = BatchView.Of(batch);
        return Routes.Asked(context, "part") is null
            ? Pipeline.Page<BatchPage>((nameof(BatchPage.View), view))
            : Pipeline.Page<BatchLines>((nameof(BatchLines.View), view));
    }

    private async Task AddAsync(HttpContext context)
    {
        await Routes.ValidateAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (stated, problem) = Stated(form);
        List<IntakeInput> inputs = [];
        if (form["text"].ToString() is var text && !string.IsNullOrWhiteSpace(text))
        {
            inputs.Add(new IntakeInput(NameOf(text), Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), stated));
        }

        var links = LinksOf(form["links"].ToString());
        inputs.AddRange(links.Select(link => IntakeInput.Link(link, stated with { Url = null })));
        var mostLinks = (state.Gate?.Limits ?? new ServeLimits()).Links;
        problem ??= links.Count > mostLinks
            ? new Problem(ProblemCodes.TooLarge, $"{links.Count:N0} links are more than can be handed in at once: {mostLinks:N0}. Hand in some of them, then the others.") : null;
        foreach (var file in form.Files.Where(f => f.Length > 0 || f.FileName.Length > 0))
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, context.RequestAborted);
            inputs.Add(new IntakeInput(Path.GetFileName(file.FileName), bytes.ToArray(), stated));
        }

        problem ??= inputs.Count == 0 ? new Problem(ProblemCodes.Empty, "Nothing was handed in: choose files, or paste links or a text.") : null;
        if (problem is not null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await Form(context, problem).ExecuteAsync(context);
            return;
        }

        await Results.LocalRedirect($"/add/{state.HandIn(inputs, context).Id}").ExecuteAsync(context);
    }

    private async Task AddSampleAsync(HttpContext context)
    {
        await Routes.ValidateAsync(context);
        var sample = state.Site.Sample ?? throw new SaysoException(ProblemCodes.Missing, "There is no sample story here.");
        await Results.LocalRedirect($"/add/{state.HandIn(sample(), context).Id}").ExecuteAsync(context);
    }

    /// <summary>What the user states of all that is handed in at once.</summary>
    private static (StatedMetadata Stated, Problem? Problem) Stated(IFormCollection form)
    {
        var (published, url) = (Field("published"), Field("url"));
        OffsetDateTime? time = published is not null && _minute.Parse(published) is { Success: true } minute ? minute.Value.WithOffset(Offset.Zero) : null;
        var problem = published is not null && time is null ? new Problem(ProblemCodes.BadTime, $"“{published}” is not a time that can be understood.")
            : url is not null && Links.Web(url) is null ? new Problem(ProblemCodes.Usage, $"“{url}” is not an address like https://post.example/ferry.")
            : null;
        return (new StatedMetadata { Published = time, Outlet = Field("outlet"), Url = url }, problem);

        string? Field(string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>The links among pasted lines, each once; of a line that is none, reading it says so.</summary>
    private static IReadOnlyList<string> LinksOf(string pasted) =>
        [.. pasted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('<', '>', ',', ';')).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>What a pasted text is called: its first words.</summary>
    private static string NameOf(string text) =>
        Wording.Clip(Wording.Line(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[0]), LongestName);
}
