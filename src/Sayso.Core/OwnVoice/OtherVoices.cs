using Sayso.Core.Attitudes;

namespace Sayso.Core.OwnVoice;

/// <summary>
/// Whether somebody else may speak in a clause: between quotation marks, in the first person, or by a word that credits
/// somebody though no attribution was found. Where it may be so, the clause is not taken for the outlet's.
/// </summary>
internal static class OtherVoices
{
    /// <summary>Words between quotation marks that may still be a name or a title.</summary>
    private const int MostQuoted = 4;

    private static readonly HashSet<string> _persons =
        new("i me my mine we us our ours you your yours myself ourselves".Split(' '), StringComparer.Ordinal);

    /// <summary>Words that credit, or pass on what somebody has said, thought, found or promised.</summary>
    private static readonly HashSet<string> _credit = new(
        ("said say says saying told tell tells telling according reported reportedly reports report claim claims claimed claiming "
            + "alleged allegedly alleges allege announced announces announcing announcement estimate estimates estimated "
        + "believe believes believed expect expects expected predict predicts predicted project projects projected projection forecast "
            + "forecasts found finds find show shows showed shown showing reveal reveals revealed suggest suggests suggested indicate "
            + "indicates indicated "
        + "warn warns warned warning argue argues argued arguing accuse accuses accused accusing charged charges insist insists "
            + "insisted deny denies denied denying note notes noted noting wrote writes write tweeted tweets tweet quoted quoting cite "
            + "cites cited citing "
        + "poll polls survey surveys surveyed study studies polled pledge pledges pledged promise promises promised promising vow vows "
            + "vowed call calls called calling urge urges urged urging demand demands demanded asked asks ask testified testimony "
            + "statement confirm confirms confirmed "
        + "admit admits admitted acknowledge acknowledged acknowledges describe describes described explain explains explained mention "
            + "mentions mentioned hope hopes hoped fear fears feared think thinks thought feel feels felt want wants wanted plan plans "
            + "planned intend intends propose proposes proposed proposing "
        + "proposal support supports supported oppose opposes opposed recommend recommends recommended agree agrees agreed decide "
            + "decides decided know knows knew concluded concludes conclude likely apparently seemingly supposedly seems seemed appears "
            + "appeared rumored rumoured presumed perhaps "
        + "assumes assumed guess suspected suspects speculation dispute disputes disputed refuted rejected rejects dismissed criticized "
            + "criticised slammed blasted praised bragged touted touts declared declares declaring stressed emphasized insisting "
            + "maintained maintains recalled recalls observe observes observed spoke speaks "
        + "ruled refuse refuses refused decline declines declined complained complains blamed blames backed backs endorsed endorses "
            + "considered considers question questioned replied answered responded concern concerns worry worries worried viewed views "
            + "view rated rates rate favor favour").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Of those, words that credit nobody behind a determiner or a number: "the 5 percent rate", "a report on".</summary>
    private static readonly HashSet<string> _nouns = new(("rate rates report reports project projects plan plans charges study studies "
        + "statement call calls proposal view views poll polls survey surveys support question show shows claims estimate estimates "
        + "concerns announcement demand note notes").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether somebody may.</summary>
    public static bool SpeakIn(string text, Clause clause)
    {
        var words = clause.Words;
        var opened = -1;
        for (var i = 0; i < words.Count; i++)
        {
            var form = words[i].Form;
            if (words[i].IsQuote && form is not ("'" or "’" or "‘" or "`"))
            {
                if (opened >= 0 && i - opened - 1 > MostQuoted)
                {
                    return true;
                }

                opened = opened >= 0 ? -1 : i;
                continue;
            }

            if (opened >= 0)
            {
                continue;
            }

            if (form == "?" || _persons.Contains(form) && !IsName(text, words, i) || _credit.Contains(form) && !IsNoun(words, i))
            {
                return true;
            }
        }

        return opened >= 0;
    }

    /// <summary>"US" in capitals is a country, "I" behind a name a number.</summary>
    private static bool IsName(string text, IReadOnlyList<Word> words, int at) =>
        (words[at].Form == "us" && char.IsUpper(text[words[at].Span.Start]))
            || (words[at].Form == "i" && at > 0 && words[at - 1].Form is "war" or "title" or "part" or "phase" or "division");

    private static bool IsNoun(IReadOnlyList<Word> words, int at) =>
        _nouns.Contains(words[at].Form) && at > 0
        && words[at - 1].Form is "a" or "an" or "the" or "its" or "his" or "her" or "their" or "this" or "that" or "of" or "unemployment"
            or "interest" or "tax" or "murder" or "felony" or "criminal" or "power" or "annual" or "new" or "per" or "percent" or "%"
            or "two" or "three" or "four"
        && words[at].Form is not ("poll" or "polls" or "survey" or "surveys" or "study" or "studies" or "report" or "reports"
            or "statement" or "proposal" or "estimate" or "estimates" or "announcement");
}
