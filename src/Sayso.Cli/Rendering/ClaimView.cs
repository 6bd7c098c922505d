using System.Globalization;
using Sayso.Cli.Terminals;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// A claim for people: its statements by origin, each origin with what proves its statements one, passages side by side.
/// Elsewhere than on a terminal a line each, fields separated by tabs, the first of them what the line is of.
/// </summary>
internal sealed class ClaimView(Terminal terminal, ClaimedLedger ledger)
{
    private const int MostColumns = 110;
    private const int LongestWords = 200;
    private const int Around = 20;

    private readonly IReadOnlyDictionary<string, Document> _documents = ledger.Documents;

    /// <summary>Shows it.</summary>
    public void Show(LedgerClaim shown)
    {
        var (claim, origins) = shown;
        var byId = claim.Statements.ToDictionary(s => s.Traits.Id, StringComparer.Ordinal);
        Line("claim", (claim.Id, Styles.Aside), (SafeText.Line(claim.Proposition), Styles.Content));
        Line("sum", ($"{Wording.Count(claim.Documents.Count, "article")}, {ClaimList.Origins(origins)}", Styles.Plain),
            (ClaimList.Sides(claim), Styles.Aside));
        Line("grade", ($"{shown.Grade.Value}, {shown.Grade.Word}", Styles.Plain), (shown.Grade.Reason, Styles.Aside));
        foreach (var side in (Side[])[Side.For, Side.Against])
        {
            var groups = origins.Groups.Where(g => g.Side == side).ToList();
            if (groups.Count > 0)
            {
                Heading($"{(side == Side.For ? "For" : "Against")} it");
            }

            foreach (var group in groups)
            {
                Line("origin", (SafeText.Line(group.Name), Styles.Source), (ClosedSet.NameOf(group.Kind), Styles.Aside),
                    (Wording.Short(group.Id), Styles.Aside));
                foreach (var id in group.Statements)
                {
                    Statement(byId[id].Traits.Statement);
                }

                Proofs("proof", OriginCounter.Spanning(group.Statements, group.Proof));
            }
        }

        var neutral = claim.Statements.Where(s => s.Side == Side.Neutral).ToList();
        if (neutral.Count > 0)
        {
            Heading("Neither");
            neutral.ForEach(s => Statement(s.Traits.Statement));
        }

        var possible = OriginCounter.Spanning([.. claim.Statements.Select(s => s.Traits.Id)], origins.Possible);
        if (possible.Count > 0)
        {
            Heading("May be one, which the lower bound counts as one");
            Proofs("possible", possible);
        }

        Alerts(origins);
        if (shown.Corrections.Count > 0)
        {
            Heading("By hand");
        }

        foreach (var correction in shown.Corrections)
        {
            Line("by hand", [.. CorrectionList.Fields(correction).Select((f, i) => (f, i == 1 ? Styles.Plain : Styles.Aside))]);
        }
    }

    private void Alerts(ClaimOrigins origins)
    {
        if (origins.Circular.Count + origins.DeadEnds.Count > 0)
        {
            Heading("Beware");
        }

        foreach (var round in origins.Circular)
        {
            Line("circular", ("goes round:", Styles.Wrong), (string.Join(" → ", round.Select(Named)), Styles.Plain));
        }

        foreach (var (citing, cited) in origins.DeadEnds)
        {
            Line("dead end", (Named(citing), Styles.Plain), ("cites", Styles.Wrong), (Named(cited), Styles.Plain),
                ("which does not have it", Styles.Wrong));
        }
    }

    private void Statement(Statement statement)
    {
        var document = _documents[statement.DocumentId];
        var words = Wording.Clip(SafeText.Line(statement.Content.TextOf(document.Text)), LongestWords);
        string[] understood = [SafeText.Line(Wording.Chain(statement.Chain)), Wording.Attitude(statement.Attitude)];
        Line("statement", (Graded(document), Styles.Aside), (string.Join(" · ", understood.Where(u => u.Length > 0)), Styles.Plain),
            (words, Styles.Content), (Wording.Short(statement.Id), Styles.Aside));
    }

    private void Proofs(string what, IEnumerable<OriginProof> proofs)
    {
        foreach (var proof in proofs)
        {
            var (first, second) = (proof.FirstPassage, proof.SecondPassage);
            if (!terminal.IsTerminal)
            {
                Line(what, (ClosedSet.NameOf(proof.Kind), Styles.Plain), (SafeText.Line(proof.Detail), Styles.Plain),
                    (Named(first.DocumentId), Styles.Plain), (Words(first), Styles.Plain), (Named(second.DocumentId), Styles.Plain),
                    (Words(second), Styles.Plain));
                continue;
            }

            terminal.Canvas.Write(new Paragraph($"    {ClosedSet.NameOf(proof.Kind).Replace('-', ' ')}: {SafeText.Line(proof.Detail)}",
                Styles.Cue));
            terminal.Canvas.WriteLine();
            var grid = new Grid { Width = Math.Min(terminal.Width, MostColumns) };
            grid.AddColumn(new GridColumn { Padding = new Padding(6, 0, 2, 0) });
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
            grid.AddRow(new Text(Named(first.DocumentId), Styles.Aside), new Text(Named(second.DocumentId), Styles.Aside));
            grid.AddRow(new Text(Words(first)), new Text(Words(second)));
            terminal.Canvas.Write(grid);
        }
    }

    /// <summary>A passage's words; a short one with some around it.</summary>
    private string Words(Passage passage)
    {
        var text = _documents[passage.DocumentId].Text;
        var span = passage.Span.Length >= 2 * Around ? passage.Span
            : new TextSpan(WordStart(text, Math.Max(0, passage.Span.Start - Around)),
                WordEnd(text, Math.Min(text.Length, passage.Span.End + Around)));
        return Wording.Clip(SafeText.Line(span.Slice(text).ToString()), LongestWords);
    }

    private static int WordStart(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private string Named(string documentId)
    {
        var document = _documents[documentId];
        return SafeText.Line(string.Create(CultureInfo.InvariantCulture,
            $"{document.Outlet ?? Host(document) ?? document.Title ?? Wording.Short(document.Id)}{(document.Published is null ? "" : ", " + Wording.Day(document.Published))}"));
    }

    /// <summary>
    /// The document with its outlet's reliability, where a person set one: <c>The Bell, 12 Mar 2031 (outlet graded B)</c>.
    /// </summary>
    private string Graded(Document document) => ledger.Corrections.ReliabilityOf(document.Outlet)?.Correction.Value is { } grade
        ? $"{Named(document.Id)} (outlet graded {grade})"
        : Named(document.Id);

    private static string? Host(Document document) => Uri.TryCreate(document.Url, UriKind.Absolute, out var address) ? address.Host : null;

    private void Heading(string words)
    {
        if (terminal.IsTerminal)
        {
            terminal.Canvas.WriteLine();
            terminal.Canvas.Write(new Paragraph(words, Styles.Heading));
            terminal.Canvas.WriteLine();
        }
    }

    /// <summary>A line of a claim: on a terminal its fields, indented by what it is; elsewhere with what it is before them.</summary>
    private void Line(string what, params (string Text, Style Style)[] fields)
    {
        if (!terminal.IsTerminal)
        {
            terminal.Out.WriteLine(string.Join('\t', [what, .. fields.Select(f => f.Text)]));
            return;
        }

        var paragraph = new Paragraph(what switch
        {
            "statement" => "    ",
            "origin" or "circular" or "dead end"
            or "by hand" => "  ",
            _ => string.Empty
        });
        foreach (var (text, style) in fields.Where(f => f.Text.Length > 0))
        {
            paragraph.Append(text, style).Append("  ");
        }

        terminal.Canvas.Write(paragraph);
        terminal.Canvas.WriteLine();
    }
}
