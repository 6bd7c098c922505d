using Sayso.Core.Conflicts;
using Sayso.Core.Documents;
using Sayso.Core.Figures;
using Sayso.Web.Hosting;
using Sayso.Web.Parts;
using Sayso.Web.Reading;

namespace Sayso.Web.Pages;

/// <summary>The counted things of a ledger.</summary>
/// <param name="Filter">Which of them.</param>
/// <param name="State">How far reckoning is.</param>
public sealed record FiguresView(FigureFilter Filter, ClaimState State)
{
    private const int MostFigures = 100;

    /// <summary>The figures.</summary>
    public IReadOnlyList<FigureLine> Figures { get; private init; } = [];

    /// <summary>How many answer.</summary>
    public int Count { get; private init; }

    /// <summary>Reads it.</summary>
    public static FiguresView Of(ClaimState state, FigureFilter filter)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(filter);
        var query = new FigureQuery { About = filter.Text, IsRepeated = !filter.WithSingle, HasMoved = filter.OnlyMoved };
        var found = (state.Views?.Figures ?? []).Where(query.Holds).ToList();
        return new FiguresView(filter, state) { Figures = [.. found.Take(MostFigures).Select(FigureLine.Of)], Count = found.Count };
    }
}

/// <summary>Which figures to show, as the address says it.</summary>
public sealed record FigureFilter
{
    /// <summary>Words of what is counted, or where.</summary>
    public string? Text { get; init; }

    /// <summary>Those with one reading too.</summary>
    public bool WithSingle { get; init; }

    /// <summary>Only those with two readings that cannot be one number.</summary>
    public bool OnlyMoved { get; init; }
}

/// <summary>A figure in a list.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Name">What is counted, and where.</param>
/// <param name="Span">Its least and greatest number, in words.</param>
public sealed record FigureLine(Figure Figure, string Name, string Span)
{
    /// <summary>How many sources.</summary>
    public int Sources => Figure.Readings.Select(r => r.Source).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Where it is.</summary>
    public string Link => Links.Figure(Figure.Id);

    internal static FigureLine Of(Figure figure) => new(figure, FigureWords.Name(figure), FigureWords.Span(figure));
}

/// <summary>A counted thing with its readings.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="State">How far reckoning is.</param>
public sealed record FigureView(Figure Figure, ClaimState State)
{
    /// <summary>What is counted, and where.</summary>
    public required string Name { get; init; }

    /// <summary>The sentence under the headline.</summary>
    public required string Sentence { get; init; }

    /// <summary>Its readings as a picture.</summary>
    public required FigureChartLayout Chart { get; init; }

    /// <summary>The conflicts between its readings.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; private init; } = [];

    /// <summary>Its readings as a table.</summary>
    public required IReadOnlyList<ReadingLine> Readings { get; init; }

    /// <summary>Lays it out.</summary>
    public static FigureView Of(ClaimState state, string id)
    {
        ArgumentNullException.ThrowIfNull(state);
        var figure = Found.One(state.Views!.Figures, f => f.Id, id, "figure");
        var documents = state.Views.Ledger.Documents;
        return new FigureView(figure, state)
        {
            Name = FigureWords.Name(figure),
            Sentence = FigureWords.Sentence(figure),
            Chart = FigureChartLayout.Of(figure, documents),
            Conflicts = [.. state.Views.Conflicts.Where(c => c.FigureId == figure.Id)],
            Readings = [.. figure.Readings.Select(r => ReadingLine.Of(r, documents[r.DocumentId]))],
        };
    }
}

/// <summary>A reading in a table.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Document">Its document.</param>
public sealed record ReadingLine(FigureReading Reading, Document Document)
{
    /// <summary>The number in words.</summary>
    public required string Value { get; init; }

    /// <summary>The words of the text.</summary>
    public required string Words { get; init; }

    /// <summary>For sorting.</summary>
    public string Sort => double.IsFinite(Reading.Interval.Low)
        ? Reading.Interval.Low.ToString(System.Globalization.CultureInfo.InvariantCulture) : "0";

    /// <summary>Where its sentence is.</summary>
    public string Link => Reading.StatementId is { } id ? Links.Statement(id) : Links.Document(Document.Id);

    internal static ReadingLine Of(FigureReading reading, Document document) => new(reading, document)
    {
        Value = FigureWords.Value(reading.Quantity),
        Words = Wording.Line(reading.Quantity.Span.Slice(document.Text).ToString()),
    };
}
