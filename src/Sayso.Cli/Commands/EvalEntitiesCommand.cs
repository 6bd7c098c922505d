using System.CommandLine;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Reports;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso eval entities</c>: names, coreference and pronouns, as rules read them.</summary>
internal sealed class EvalEntitiesCommand : Command
{
    private const string Json = "json";
    private const string Odd = "odd";
    private const string Even = "even";

    private readonly Terminal _terminal;
    private readonly Argument<string> _path =
        new Argument<string>("PATH") { Description = "A file of tokens and tags, GAP's table, GUM's folder of CoNLL-U, or a folder in the form of our annotation." }.IsPath();
    private readonly Option<string?> _list =
        new Option<string?>("--list")
        {
            Description = "A file that names the documents of a folder to read, one a line.",
            HelpName = "FILE"
        }.IsPath();
    private readonly Option<string> _split =
        new("--split") { Description = "Which articles of a folder in the form of our annotation.", HelpName = "NAME", DefaultValueFactory = _ => "dev" };
    private readonly Option<string?> _half = new("--half")
    {
        Description = "Of a file's texts only every second one, from the second or "
        + "the first on.",
        HelpName = "odd|even"
    };
    private readonly Option<string?> _candidates =
        new Option<string?>("--candidates")
        {
            Description = "Write whom each pronoun of GAP's table may mean to a file, with what "
        + "speaks for and against each.",
            HelpName = "FILE"
        }.IsPath();
    private readonly Option<string?> _kinds =
        new Option<string?>("--kinds")
        {
            Description = "Write each annotated name with its kind and what is seen of it to a file.",
            HelpName = "FILE"
        }.IsPath();
    private readonly Option<string> _format = CommonOptions.Format("For people, or JSON for programs.", CommonOptions.Table, Json);

    public EvalEntitiesCommand(Terminal terminal)
        : base("entities", "Names, coreference and pronouns; no model.")
    {
        _terminal = terminal;
        _half.AcceptOnlyFromAmong(Odd, Even);
        Add(_path);
        Add(_list);
        Add(_split);
        Add(_half);
        Add(_candidates);
        Add(_kinds);
        Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(_path);
        var half = arguments.GetValue(_half);
        var title = Path.GetFileName(path.TrimEnd('/', '\\'));
        EvaluationReport report;
        if (File.Exists(Path.Combine(path, "SPLIT.tsv")))
        {
            var corpus = await SaysoCorpus.OpenAsync(path, arguments.GetRequiredValue(_split), cancellation: cancellationToken);
            List<NamedText> texts = [];
            await foreach (var article in corpus.ReadAsync(cancellationToken))
            {
                texts.Add(new NamedText(article.Source.Text, article.Mentions));
            }

            await WriteKindsAsync(arguments, () => texts, cancellationToken);
            report = EntityEvaluation.Kinds(title, texts);
        }
        else if (Directory.Exists(path))
        {
            var texts = Half(await GumCorpus.ReadAsync(path, arguments.GetValue(_list), cancellationToken), half);
            await WriteKindsAsync(arguments, () => [.. texts.Select(t => t.ToNames())], cancellationToken);
            report = EntityEvaluation.Coreference(title, texts);
        }
        else if (path.EndsWith(".tsv", StringComparison.Ordinal))
        {
            report = await PronounsAsync(title, Half(await GapCorpus.ReadAsync(path, cancellationToken), half),
                arguments.GetValue(_candidates), cancellationToken);
        }
        else
        {
            var texts = Half(await NameCorpus.ReadAsync(path, cancellationToken), half);
            await WriteKindsAsync(arguments, () => texts, cancellationToken);
            report = EntityEvaluation.Names(title, texts);
        }

        if (arguments.GetValue(_format) == Json)
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize([report], CliJson.Lines.IReadOnlyListEvaluationReport));
        }
        else
        {
            ReportView.Show(_terminal, report);
        }

        return ExitCode.Done;
    }

    private async Task WriteKindsAsync(ParseResult arguments, Func<IReadOnlyList<NamedText>> texts, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_kinds) is { } path)
        {
            await File.WriteAllLinesAsync(path, EntityEvaluation.NameKinds(texts()), cancellationToken);
        }
    }

    private static async Task<EvaluationReport> PronounsAsync(string title, IReadOnlyList<GapCase> cases, string? candidates,
        CancellationToken cancellationToken)
    {
        if (candidates is not null)
        {
            await File.WriteAllLinesAsync(candidates, EntityEvaluation.Candidates(cases), cancellationToken);
        }

        return EntityEvaluation.Pronouns(title, cases);
    }

    private static IReadOnlyList<T> Half<T>(IReadOnlyList<T> items, string? half) =>
        half is null ? items : [.. items.Where((_, i) => i % 2 == (half == Odd ? 1 : 0))];
}
