namespace Sayso.Core.Dossiers;

/// <summary>How the HTML dossier looks: a column to be read, the page's own grammar of marks, designed for day, night and paper.</summary>
internal static class DossierStyle
{
    /// <summary>The style sheet.</summary>
    public const string Sheet =
        """
        :root { color-scheme: light dark; --paper: light-dark(#faf8f3, #171614); --ink: light-dark(#211f1b, #e6e1d6); --aside: light-dark(#5f584d, #a39b8d);
          --line: light-dark(#d9d3c5, #3f3b34); --wash: light-dark(#eee6d2, #38321f); --shared: light-dark(#ffe08a, #6b5310); --accent: light-dark(#1b5a70, #86c3d6); --alarm: light-dark(#9b2c1f, #f0917f); }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 50rem; padding: 3rem 1.5rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
        h1, blockquote { font-family: Charter, "Iowan Old Style", "Palatino Linotype", Georgia, serif; }
        h1 { font-size: 2.1rem; line-height: 1.2; font-weight: 600; margin: 0.2rem 0 0.8rem; text-wrap: balance; }
        h2 { font-size: 1.15rem; margin: 2.4rem 0 0.8rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
        h3 { font-size: 1.02rem; margin: 1.8rem 0 0.6rem; }
        h4 { font-size: 0.9rem; margin: 1.4rem 0 0.2rem; }
        p { margin: 0.3rem 0; }
        .kicker { color: var(--accent); font-size: 0.85rem; font-weight: 600; }
        .sum { font-size: 1.1rem; }
        .aside { color: var(--aside); font-size: 0.84rem; font-weight: 400; line-height: 1.45; }
        .warning { color: var(--alarm); margin: 1rem 0; }
        .quotation { margin: 0 0 1.3rem; break-inside: avoid; }
        blockquote { margin: 0 0 0.4rem; padding: 0 0 0 1rem; border-left: 3px solid var(--line); font-size: 1.06rem; line-height: 1.5; white-space: pre-line; unicode-bidi: isolate; }
        .who { font-size: 0.92rem; }
        .content { background: var(--wash); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
        .source { text-decoration: underline; text-underline-offset: 0.18em; }
        .cue { text-decoration: underline dotted; text-underline-offset: 0.18em; }
        mark { background: var(--shared); color: inherit; }
        figure { margin: 0.6rem 0 1.2rem; break-inside: avoid; }
        figcaption { font-size: 0.9rem; margin-bottom: 0.5rem; }
        .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.4rem; }
        .pair blockquote { font-size: 0.95rem; margin: 0; }
        .pair footer { white-space: normal; margin-top: 0.4rem; font-family: system-ui, "Helvetica Neue", Arial, sans-serif; }
        code { font: 0.92em ui-monospace, "DejaVu Sans Mono", monospace; }
        a { color: var(--accent); }
        .ref { text-decoration: none; white-space: nowrap; }
        .articles { padding-left: 1.8rem; }
        .articles li { margin-bottom: 0.9rem; break-inside: avoid; }
        .articles li:target { background: var(--wash); }
        .address { font-size: 0.84rem; color: var(--aside); }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1.2rem; font-size: 0.9rem; }
        dt { color: var(--aside); }
        dd { margin: 0; }
        @media (max-width: 40rem) { .pair { grid-template-columns: 1fr; } body { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.6rem; } }
        @page { margin: 18mm 16mm; }
        @media print {
          :root { color-scheme: light; --paper: #fff; --ink: #000; --aside: #333; --line: #999; --accent: #000; --alarm: #000; --wash: #eee; --shared: #ddd; }
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          .content, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          mark { text-decoration: underline; }
          h2, h3, h4, figcaption { break-after: avoid; }
          a { text-decoration: none; }
        }
        """;
}
