using System.Globalization;
using System.Text;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Dossiers;

/// <summary>A dossier as a Markdown file (CommonMark with GitHub's tables), to be read as it is or made into anything else. Other people's words are text in it, never markup.</summary>
public static class MarkdownDossier
{
    /// <summary>The file.</summary>
    public static string Of(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return new Page(dossier).Written();
    }

    private sealed class Page(Dossier dossier)
    {
        private const string Special = "\\`*_[]<>&~|$";

        private readonly StringBuilder _text = new();

        public string Written()
        {
            Block($"# {Line(dossier.Claim.Claim.Proposition)}");
            Block(Line(dossier.Sentence));
            Block($"**Credibility: {Line(DossierWords.Grade(dossier.Claim))}.** {Line(DossierWords.GradeReason(dossier.Claim))}");
            foreach (var round in dossier.Circular)
            {
                Block($"**Goes round:** {string.Join(" → ", round.Select(Named))}. Each credits the one before it, and the last is the first again.");
            }

            foreach (var (citing, cited) in dossier.DeadEnds)
            {
                Block($"**Dead end:** {Named(citing)} credits {Named(cited)}, which does not have this.");
            }

            foreach (var side in (Side[])[Side.For, Side.Against])
            {
                Origins(side);
            }

            if (dossier.Neutral.Count > 0)
            {
                Block($"## {DossierWords.Heading(Side.Neutral)}");
                Quotations(dossier.Neutral);
            }

            if (dossier.Possible.Count > 0)
            {
                Block("## Why some of these origins may be one");
                Block(DossierWords.Possible);
                Proofs(dossier.Possible);
            }

            if (dossier.Claim.Corrections.Count > 0)
            {
                Block("## Corrected by hand");
                Block(string.Join('\n', dossier.Claim.Corrections.Select(entry => $"- {Line(DossierWords.Of(entry))}")));
            }

            Articles();
            Block("## How this was computed");
            Block(string.Join('\n', DossierWords.Of(dossier).Select(fact => $"- {fact.Name}: {Line(fact.Value)}")));
            _text.Append(DossierWords.Caveat).Append('\n');
            return _text.ToString();
        }

        private void Origins(Side side)
        {
            var origins = dossier.Origins.Where(o => o.Group.Side == side).ToList();
            if (origins.Count > 0)
            {
                Block($"## {DossierWords.Heading(side)}");
            }

            foreach (var origin in origins)
            {
                Block($"### {Line(DossierWords.Name(origin.Group.Name))} ({DossierWords.Of(origin)})");
                Quotations(origin.Quotations);
                if (origin.Proof.Count > 0)
                {
                    Block("#### Why these are one origin");
                    Block(DossierWords.Shared);
                    Proofs(origin.Proof);
                }
            }
        }

        private void Quotations(IEnumerable<DossierQuotation> quotations)
        {
            foreach (var quotation in quotations)
            {
                var document = dossier.Article(quotation.Article).Document;
                Block($"{Quoted(quotation.Words, DossierMark.Content)}\n>\n> — **{Line(DossierWords.Who(quotation.Statement, document))}** · {Line(DossierWords.Attitude(quotation.Statement))}");
                Block($"{Line(DossierWords.Chain(quotation.Statement, document))} · {PlainWords.Minute(document.Published)} · {Reference(quotation.Article)} · statement `{quotation.Statement.Id}`");
            }
        }

        private void Proofs(IEnumerable<DossierProof> proofs)
        {
            foreach (var proof in proofs)
            {
                // Side by side: a table's cell is one line.
                Block(Line(Analysis.ClaimWords.Of(proof.Proof)));
                Block(
                    $"""
                    | {Named(proof.First.Article)} | {Named(proof.Second.Article)} |
                    | --- | --- |
                    | {Marked(proof.First.Words, DossierMark.Shared)} | {Marked(proof.Second.Words, DossierMark.Shared)} |
                    """);
            }
        }

        private void Articles()
        {
            Block("## Articles");
            foreach (var article in dossier.Articles)
            {
                var document = article.Document;
                var title = Line(document.Title ?? document.Path ?? "an article without a title");
                var linked = SafeAddress.Of(document.Url) is { } address ? $"[{title}](<{Destination(address)}>)" : title;
                Block(
                    $"""
                    {article.Number.ToString(CultureInfo.InvariantCulture)}. {linked}
                       {Line(string.Join(" · ", DossierWords.Facts(article)))}
                       document `{document.Id}`, SHA-256 of its bytes `{document.RawHash}`
                    """);
            }
        }

        private string Named(int article) => $"{Line(DossierWords.Named(dossier.Article(article)))} {Reference(article)}";

        private static string Reference(int article) => string.Create(CultureInfo.InvariantCulture, $"\\[{article}\\]");

        private void Block(string lines) => _text.Append(lines).Append("\n\n");

        /// <summary>A quotation, each of its lines behind the sign of one.</summary>
        private static string Quoted(IEnumerable<DossierPiece> pieces, DossierMark bold)
        {
            var lines = Runs(pieces, bold).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return string.Join("\n>\n", lines.Select(line => $"> {Begun(line)}"));
        }

        /// <summary>A passage on one line.</summary>
        private static string Marked(IEnumerable<DossierPiece> pieces, DossierMark bold) => PlainWords.Line(Runs(pieces, bold));

        /// <summary>Words with those of a mark in bold, line by line; white space at the ends of what is bold stands outside, as the signs need it.</summary>
        private static string Runs(IEnumerable<DossierPiece> pieces, DossierMark bold) => string.Concat(pieces.Select(piece =>
            piece.Mark != bold ? Escaped(piece.Text) : string.Join('\n', piece.Text.Split('\n').Select(part =>
            {
                var words = part.Trim();
                var at = part.IndexOf(words, StringComparison.Ordinal);
                return words.Length == 0 ? part : $"{part[..at]}**{Escaped(words)}**{part[(at + words.Length)..]}";
            }))));

        private static string Line(string words) => Begun(Escaped(PlainWords.Line(words)));

        private static string Escaped(string words)
        {
            var escaped = new StringBuilder();
            foreach (var c in DossierWords.Clean(words))
            {
                _ = Special.Contains(c, StringComparison.Ordinal) ? escaped.Append('\\').Append(c) : escaped.Append(c);
            }

            return escaped.ToString();
        }

        /// <summary>An address in which nothing is a sign of Markdown.</summary>
        private static string Destination(string address) => string.Concat(address.Select(c => c is '<' or '>' or '[' or ']' or '(' or ')' or '\\' or '|' or '`' ? $"%{(int)c:X2}" : $"{c}"));

        /// <summary>A line that begins no list, heading or rule.</summary>
        private static string Begun(string line)
        {
            var digits = line.TakeWhile(char.IsAsciiDigit).Count();
            return line.Length > digits && digits > 0 && line[digits] is '.' or ')' && digits > 0 ? $"{line[..digits]}\\{line[digits..]}"
                : line is ['#' or '+' or '-' or '=' or ':', ..] ? $"\\{line}" : line;
        }
    }
}
