using System.Text;
using Sayso.Core.Analysis;
using Sayso.Core.Export;
using Sayso.Core.Figures;
using Sayso.Core.Positions;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Analysis;

/// <summary>Views in words, to be compared with what is expected.</summary>
internal static class ViewWords
{
    /// <summary><c>people aboard, Ardent: 80 Ilo Verrin, >=90 Bell</c>, with <c>| 80 >=90</c> for each revision.</summary>
    public static string Of(Figure figure) =>
        $"{figure.Of}{(figure.Scope is { } scope ? $", {scope}" : "")}: {string.Join(", ", figure.Readings.Select(r => $"{Of(r.Quantity)} {r.Source}"))}"
        + string.Concat(figure.Revisions.Select(r => $" | {string.Join(' ', r.Select(i => Of(figure.Readings[i].Quantity)))}"));

    /// <summary><c>Ilo Verrin: deny not-deny confirm | deny→not-deny not-deny→confirm</c>.</summary>
    public static string Of(Position position) =>
        $"{position.Actor}: {string.Join(' ', position.Entries.Select(e => ClosedSet.NameOf(e.Stance)))}"
        + (position.Moves.Count == 0 ? "" : $" | {string.Join(' ', position.Moves.Select(m => $"{ClosedSet.NameOf(m.From)}→{ClosedSet.NameOf(m.To)}"))}");

    /// <summary>All views as lines for programs.</summary>
    public static string All(LedgerViews views)
    {
        using var lines = new ViewLines(views.Ledger.Documents);
        var all = new StringBuilder();
        void Add(ReadOnlyMemory<byte> line) => all.Append(Encoding.UTF8.GetString(line.Span));
        views.Stories.ToList().ForEach(s => Add(lines.Story(s)));
        views.Figures.ToList().ForEach(f => Add(lines.Figure(f)));
        views.Positions.ToList().ForEach(p => Add(lines.Position(p)));
        views.Timeline.ToList().ForEach(e => Add(lines.Event(e)));
        views.Conflicts.ToList().ForEach(c => Add(lines.Conflict(c)));
        return all.ToString();
    }

    private static string Of(Quantity quantity)
    {
        var number = quantity.Value is { } value ? $"{value}" : $"{quantity.Low}-{quantity.High}";
        return (quantity.Comparator == Comparator.Equal ? "" : QuantityJson.Sign(quantity.Comparator)) + (quantity.IsApproximate ? "~" : "") + number;
    }
}
