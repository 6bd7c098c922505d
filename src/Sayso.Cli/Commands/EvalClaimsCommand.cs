using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sayso.Cli.Pipeline;
using Sayso.Cli.Rendering;
using Sayso.Cli.Terminals;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Reports;

namespace Sayso.Cli.Commands;

/// <summary><c>sayso eval claims</c>: how sentences are grouped into claims.</summary>
internal sealed class EvalClaimsCommand : Command
{
    private const string Json = "json";
    private const int FirstDevTopic = 26;
    private const int LastDevTopic = 35;
    private const int FirstDevFold = 6;
    private const int LastDevFold = 7;

    /// <summary>Below it pairs are hardly ever of one claim, and there are millions of them.</summary>
    private const double LeastCosine = 0.3;

    private readonly Terminal _terminal;
    private readonly SentenceEncoders _encoders;
    private readonly AnalysisPipeline _pipeline;
    private readonly Argument<string> _folder = new Argument<string>("DIR")
    {
        Description = "A folder with ECB+ in CoNLL files, with "
        + "Emergent's table of headlines, or with a wordings.tsv."
    }.IsPath();
    private readonly Option<string?> _parts = CommonOptions.Words("--parts", "FIRST-LAST", "Which topics of ECB+ (26-35), or which of "
        + "ten folds of Emergent's claims (6-7).");
    private readonly Option<string> _format = CommonOptions.Format("For people, or JSON for programs.", CommonOptions.Table, Json);

    private readonly Option<string?> _pairs = CommonOptions.Words("--pairs", "FILE", "Write the pairs that decide the weights, with their features, instead of the figures.");

    private readonly Option<bool> _events = new("--events") { Description = "Of ECB+, the groups of its events instead, whose mentions are given." };

    private readonly Option<bool> _sides = new("--sides") { Description = "Of Emergent, what headlines do with their claims instead: for, against, neither." };

    public EvalClaimsCommand(Terminal terminal, SentenceEncoders encoders, AnalysisPipeline pipeline)
        : base("claims", "How sentences about one thing are brought together.")
    {
        _terminal = terminal;
        _encoders = encoders;
        _pipeline = pipeline;
        Add(_folder);
        Add(_parts);
        Add(_format);
        Add(_pairs);
        Add(_events);
        Add(_sides);
        _parts.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Range(result.Tokens[0].Value) is null)
            {
                result.AddError($"‘{result.Tokens[0].Value}’ is not a range like 26-35.");
            }
        });
        this.Does(Run);
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.GetRequiredValue(_folder);
        var parts = Range(arguments.GetValue(_parts));
        if (arguments.GetValue(_events))
        {
            var (first, last) = parts ?? (FirstDevTopic, LastDevTopic);
            Show(arguments, EventEvaluation.Of($"events of ECB+, topics {first} to {last}", EcbPlusCorpus.ReadEvents(folder, first, last), _encoders.Encode, cancellationToken));
            return ExitCode.Done;
        }

        if (arguments.GetValue(_sides))
        {
            Show(arguments, HeadlineEvaluation.Of("headlines of Emergent", Headlines(folder, cancellationToken)));
            return ExitCode.Done;
        }

        var (title, sentences) = Read(folder, parts);
        if (arguments.GetValue(_pairs) is { } file)
        {
            File.WriteAllLines(file, ClaimEvaluation.Pairs(sentences, texts => _encoders.Encode(texts, cancellationToken), LeastCosine));
            return ExitCode.Done;
        }

        Show(arguments, ClaimEvaluation.Of(title, sentences, texts => _encoders.Encode(texts, cancellationToken), cancellationToken));
        return ExitCode.Done;
    }

    private IReadOnlyList<(StancedHeadline, IReadOnlyList<Statement>, IReadOnlyList<Statement>)> Headlines(string folder, CancellationToken cancellationToken)
    {
        var headlines = EmergentCorpus.ReadHeadlines(folder);
        var claims = Read(headlines.Select(h => h.Claim).DistinctBy(c => c.Text)).ToDictionary(read => read.Document.Text, read => read.Statements, StringComparer.Ordinal);
        return [.. headlines.Zip(Read(headlines.Select(h => h.Headline)), (headline, read) => (headline, read.Statements, claims[headline.Claim.Text]))];

        IEnumerable<(Document Document, IReadOnlyList<Statement> Statements)> Read(IEnumerable<Document> documents) =>
            _pipeline.Extract(documents, d => d, (document, attributions) => (document, Interpreter.Interpret(document, attributions)), cancellationToken);
    }

    private void Show(ParseResult arguments, EvaluationReport report)
    {
        if (arguments.GetValue(_format) == Json)
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize([report], CliJson.Lines.IReadOnlyListEvaluationReport));
        }
        else
        {
            ReportView.Show(_terminal, report);
        }
    }

    private static (string Title, IReadOnlyList<ClaimSentence> Sentences) Read(string folder, (int First, int Last)? parts)
    {
        if (EmergentCorpus.IsAt(folder))
        {
            var (first, last) = parts ?? (FirstDevFold, LastDevFold);
            return ($"headlines of Emergent, folds {first} to {last}", EmergentCorpus.Read(folder, fold => fold >= first && fold <= last));
        }

        if (EcbPlusCorpus.IsAt(folder))
        {
            var (first, last) = parts ?? (FirstDevTopic, LastDevTopic);
            return ($"sentences of ECB+, topics {first} to {last}", EcbPlusCorpus.Read(folder, first, last));
        }

        return WordingCorpus.IsAt(folder) ? ("wordings of ours", WordingCorpus.Read(folder))
            : throw new SaysoException(ProblemCodes.BadCorpus,
                $"The corpus cannot be used: {folder} holds neither ECB+ (a folder test_parsing) nor Emergent (its table of headlines) nor a wordings.tsv.");
    }

    private static (int First, int Last)? Range(string? text) =>
        text?.Split('-') is [var first, var last] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && from <= to ? (from, to) : null;
}
