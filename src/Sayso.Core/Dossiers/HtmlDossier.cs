using System.Globalization;
using System.Text;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Dossiers;

/// <summary>
/// A dossier as one HTML file: nothing outside it is needed, nothing in it runs. Its own policy forbids whatever a browser might
/// still take for more than text and style. Made for the screen by day and night, and for paper.
/// </summary>
public static class HtmlDossier
{
    /// <summary>The file.</summary>
    public static string Of(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return new Page(dossier).Written();
    }

    private sealed class Page(Dossier dossier)
    {
        /// <summary>Digits of a statement's id: any beginning of it leads to it.</summary>
        private const int StatementDigits = 10;

        private readonly StringBuilder _html = new();

        public string Written()
        {
            var claim = dossier.Claim.Claim;
            var title = PlainWords.Line(claim.Proposition);
            _html.Append(
                $"""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
                <meta content="width=device-width" name="viewport">
                <meta name="color-scheme" content="light dark">
                <meta name="generator" content="Sayso {Text(dossier.Making.Program)}">
                <title>{Text(title)} – dossier of a claim</title>
                <style>
                {DossierStyle.Sheet}
                </style>
                </head>
                <body>
                <header>
                <p class="kicker">Dossier of a claim</p>
                <h1>{Text(title)}</h1>
                <p class="sum">{Text(dossier.Sentence)}</p>
                <p class="grade">Credibility <b>{Text(DossierWords.Grade(dossier.Claim))}</b>. {Text(DossierWords.GradeReason(dossier.Claim))}</p>
                </header>

                """);
            Alerts();
            foreach (var side in (Side[])[Side.For, Side.Against])
            {
                Origins(side);
            }

            Neutral();
            Possible();
            Corrections();
            Articles();
            Making();
            _html.Append("</body>\n</html>\n");
            return _html.ToString();
        }

        private void Alerts()
        {
            foreach (var round in dossier.Circular)
            {
                _html.Append($"<p class=\"warning\"><b>Goes round:</b> {string.Join(" → ", round.Select(Named))}. Each credits the one before it, and the last is the first again.</p>\n");
            }

            foreach (var (citing, cited) in dossier.DeadEnds)
            {
                _html.Append($"<p class=\"warning\"><b>Dead end:</b> {Named(citing)} credits {Named(cited)}, which does not have this.</p>\n");
            }
        }

        private void Origins(Side side)
        {
            var origins = dossier.Origins.Where(o => o.Group.Side == side).ToList();
            if (origins.Count == 0)
            {
                return;
            }

            _html.Append($"<section>\n<h2>{DossierWords.Heading(side)}</h2>\n");
            foreach (var origin in origins)
            {
                _html.Append($"<section class=\"origin\">\n<h3>{Text(DossierWords.Name(origin.Group.Name))} <span class=\"aside\">{Text(DossierWords.Of(origin))}</span></h3>\n");
                foreach (var quotation in origin.Quotations)
                {
                    Quotation(quotation);
                }

                if (origin.Proof.Count > 0)
                {
                    _html.Append($"<h4>Why these are one origin</h4>\n<p class=\"aside\">{DossierWords.Shared}</p>\n");
                    Proofs(origin.Proof);
                }

                _html.Append("</section>\n");
            }

            _html.Append("</section>\n");
        }

        private void Neutral()
        {
            if (dossier.Neutral.Count > 0)
            {
                _html.Append($"<section>\n<h2>{DossierWords.Heading(Side.Neutral)}</h2>\n");
                foreach (var quotation in dossier.Neutral)
                {
                    Quotation(quotation);
                }

                _html.Append("</section>\n");
            }
        }

        private void Possible()
        {
            if (dossier.Possible.Count > 0)
            {
                _html.Append($"<section>\n<h2>Why some of these origins may be one</h2>\n<p class=\"aside\">{DossierWords.Possible}</p>\n");
                Proofs(dossier.Possible);
                _html.Append("</section>\n");
            }
        }

        private void Quotation(DossierQuotation quotation)
        {
            var document = dossier.Article(quotation.Article).Document;
            _html.Append(
                $"""
                <div class="quotation">
                <blockquote>{Words(quotation.Words)}</blockquote>
                <p class="who"><b>{Text(DossierWords.Who(quotation.Statement, document))}</b> · {Text(DossierWords.Attitude(quotation.Statement))}</p>
                <p class="aside">{Text(DossierWords.Chain(quotation.Statement, document))} · {Text(PlainWords.Minute(document.Published))} · {Reference(quotation.Article)} · statement <code>{quotation.Statement.Id[..Math.Min(quotation.Statement.Id.Length, StatementDigits)]}</code></p>
                </div>

                """);
        }

        private void Proofs(IEnumerable<DossierProof> proofs)
        {
            foreach (var proof in proofs)
            {
                _html.Append(
                    $"""
                    <figure>
                    <figcaption>{Text(Analysis.ClaimWords.Of(proof.Proof))}</figcaption>
                    <div class="pair">
                    {Passage(proof.First)}
                    {Passage(proof.Second)}
                    </div>
                    </figure>

                    """);
            }
        }

        private void Corrections()
        {
            if (dossier.Claim.Corrections.Count > 0)
            {
                _html.Append("<section>\n<h2>Corrected by hand</h2>\n<ul>\n");
                foreach (var entry in dossier.Claim.Corrections)
                {
                    _html.Append($"<li>{Text(DossierWords.Of(entry))}</li>\n");
                }

                _html.Append("</ul>\n</section>\n");
            }
        }

        private void Articles()
        {
            _html.Append("<section>\n<h2>Articles</h2>\n<ol class=\"articles\">\n");
            foreach (var article in dossier.Articles)
            {
                var document = article.Document;
                var title = Text(PlainWords.Line(document.Title ?? document.Path ?? "an article without a title"));
                var linked = SafeAddress.Of(document.Url) is { } address
                    ? $"<a href=\"{Text(address)}\" rel=\"noreferrer\">{title}</a><br><span class=\"address\">{Text(address)}</span>"
                    : title;
                _html.Append(CultureInfo.InvariantCulture, $"<li id=\"a{article.Number}\">{linked}<p class=\"aside\">{Text(string.Join(" · ", DossierWords.Facts(article)))}<br>document <code>{document.Id}</code>, SHA-256 of its bytes <code>{document.RawHash}</code></p></li>\n");
            }

            _html.Append("</ol>\n</section>\n");
        }

        private void Making()
        {
            _html.Append("<section class=\"making\">\n<h2>How this was computed</h2>\n<dl>\n");
            foreach (var (name, value) in DossierWords.Of(dossier))
            {
                _html.Append($"<dt>{Text(name)}</dt><dd>{Text(value)}</dd>\n");
            }

            _html.Append($"</dl>\n<p>{DossierWords.Caveat}</p>\n</section>\n");
        }

        private string Passage(DossierPassage passage) =>
            $"<blockquote>{Words(passage.Words)}<footer class=\"aside\">{Named(passage.Article)}</footer></blockquote>";

        private string Named(int article) => $"{Text(DossierWords.Named(dossier.Article(article)))} {Reference(article)}";

        private static string Reference(int article) => string.Create(CultureInfo.InvariantCulture, $"<a class=\"ref\" href=\"#a{article}\">[{article}]</a>");

        private static string Words(IEnumerable<DossierPiece> pieces) => string.Concat(pieces.Select(piece => piece.Mark switch
        {
            DossierMark.Content => $"<span class=\"content\">{Text(piece.Text)}</span>",
            DossierMark.Cue => $"<span class=\"cue\">{Text(piece.Text)}</span>",
            DossierMark.Source => $"<span class=\"source\">{Text(piece.Text)}</span>",
            DossierMark.Shared => $"<mark>{Text(piece.Text)}</mark>",
            _ => Text(piece.Text),
        }));

        /// <summary>Words as text of the page, whatever they hold.</summary>
        private static string Text(string words) => new StringBuilder(DossierWords.Clean(words))
            .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString();
    }
}
