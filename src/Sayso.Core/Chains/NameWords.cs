namespace Sayso.Core.Chains;

/// <summary>Words by which capitalised ones are told to be a name, and whose.</summary>
internal static class NameWords
{
    /// <summary>Words that begin a sentence and no name, weekdays and months.</summary>
    public static IReadOnlySet<string> Function => _function;

    /// <summary>The last words of bodies' names: no person has them.</summary>
    public static IReadOnlySet<string> Bodies => _bodies;

    /// <summary>Whether a word, lower case and without a point, is a title.</summary>
    public static bool IsTitle(string lower) => lower != "the" && WordList.Sources["title"].Contains(lower);

    /// <summary>Whether a lower-case word says of what somebody is in charge, between a body and a title: "press", "finance".</summary>
    public static bool IsOffice(string lower) => _offices.Contains(lower);

    /// <summary>Whether a lower-case word is a plain noun for people or documents, and no name when it stands alone.</summary>
    public static bool IsPlain(string lower) => _plain.Exists(list => list.Contains(lower));

    /// <summary>Whether a lower-case word is a plain noun for a class or documents: "supporters", "results".</summary>
    public static bool IsOfMany(string lower) => !IsTitle(lower) && (WordList.Sources["class"].Contains(lower)
        || WordList.Sources["document"].Contains(lower) || WordList.Sources["document"].Contains(lower.TrimEnd('s')));

    /// <summary>Whether a lower-case plural is of people, and says more than that there are several: "residents", and not "others".</summary>
    public static bool IsClass(string plural) => plural is not ("others" or "families" or "countries" or "nations" or "groups" or "companies" or "firms" or "elites")
        && (WordList.Sources["class"].Contains(plural) || WordList.Sources["anonymous"].Contains(plural) || IsPerson(plural[..^1]));

    /// <summary>Whether a lower-case noun is one for a person.</summary>
    public static bool IsPerson(string noun) =>
        noun.EndsWith("man", StringComparison.Ordinal) || noun.EndsWith("woman", StringComparison.Ordinal)
            || noun.EndsWith("ist", StringComparison.Ordinal)
        || _persons.Contains(noun) || IsTitle(noun) || WordList.Sources["anonymous"].Contains(noun);

    /// <summary>Whether a lower-case noun is for one who says "we" of a body: "spokeswoman", "manager".</summary>
    public static bool SpeaksForOthers(string noun) => _speakingForOthers.Contains(noun);

    /// <summary>Whether a lower-case noun is for an office that one holds at a time: "governor", and not "senator".</summary>
    public static bool IsHeldByOne(string noun) => _heldByOne.Contains(noun);

    /// <summary>Whether a lower-case noun is for a relative.</summary>
    public static bool IsKin(string noun) => noun is "father" or "mother" or "parents" or "brother" or "sister" or "son" or "daughter" or "wife" or "husband"
        or "uncle" or "aunt" or "cousin" or "nephew" or "niece" or "grandfather" or "grandmother" or "widow" or "widower" or "family";

    /// <summary>Whether a lower-case noun has the ending of many that are for a person.</summary>
    public static bool SoundsLikePerson(string noun) =>
        noun.EndsWith("er", StringComparison.Ordinal) || noun.EndsWith("or", StringComparison.Ordinal)
            || noun.EndsWith("ian", StringComparison.Ordinal)
        || noun.EndsWith("ant", StringComparison.Ordinal) || noun.EndsWith("eer", StringComparison.Ordinal)
            || noun.EndsWith("ee", StringComparison.Ordinal) || noun.EndsWith("ess", StringComparison.Ordinal);

    /// <summary>Titles with what they are short for added: "gov" is a governor.</summary>
    public static void WriteOut(HashSet<string> titles)
    {
        foreach (var (brief, full) in _briefTitles)
        {
            if (titles.Contains(brief))
            {
                titles.Add(full);
            }
        }
    }

    private static readonly HashSet<string> _persons = new(
        ("billionaire millionaire star mogul actor comedian teenager veteran suspect defendant winner champion boss native hero pioneer "
            + "celebrity democrat republican conservative liberal incumbent hopeful "
        + "frontrunner front-runner rival opponent independent progressive socialist neurosurgeon surgeon consultant ombudsman adviser "
            + "aide coroner whistleblower businesswoman widow widower retiree pensioner "
        + "immigrant refugee convict criminal gunman shooter killer attacker victim pilot captain skipper farmer baker butcher dean "
            + "rector provost chancellor abbot monk nun priest vicar curate pastor "
        + "envoy emissary negotiator mediator regulator watchdog auditor treasurer clerk counsel barrister solicitor litigant poet "
            + "novelist painter sculptor composer conductor host presenter anchor columnist "
        + "year-old midfielder defender goalkeeper forward winger umpire referee jockey rider cyclist swimmer runner boxer wrestler "
            + "golfer texan californian floridian marine admiral").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _speakingForOthers = new(
        "spokesman spokeswoman spokesperson representative manager executive ceo owner coach director chairman chairwoman president founder commissioner chief partner".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _heldByOne = new(
        ("minister chancellor premier governor mayor king queen judge magistrate general prosecutor director chairman chairwoman chief "
            + "secretary commissioner ambassador sheriff coroner councillor councilor treasurer principal manager editor bishop archbishop "
            + "superintendent president rector ombudsman").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _offices = new(
        ("press finance interior defense defence health justice trade transport education energy communications campaign policy "
            + "security executive managing operating staff treasury labor labour agriculture "
        + "housing environment culture sports home economy national chief police fire inspector budget planning").Split(' '),
        StringComparer.Ordinal);

    private static readonly List<IReadOnlySet<string>> _plain =
        [WordList.Sources["class"], WordList.Sources["anonymous"], WordList.Sources["document"], WordList.Sources["title"]];

    private static readonly (string Brief, string Full)[] _briefTitles =
        [("sen", "senator"), ("gov", "governor"), ("rep", "representative"), ("rep", "congressman"), ("dr", "doctor"), ("gen", "general"),
            ("col", "colonel"), ("prof", "professor"), ("lt", "lieutenant"), ("sgt", "sergeant"), ("capt", "captain")];

    private static readonly HashSet<string> _function = new(
        ("the a an this that these those in on at by for from with of to and but or nor so yet if when while as after before since "
            + "because although though however meanwhile moreover then there here now "
        + "he she they it we i you his her their its our my your who what which where why how whether not no yes all some many most "
            + "both each every one two three four five six seven eight nine ten "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
            + "november december "
        + "according asked also even still just only despite during under over about between among against until without within such "
            + "other another more less few several last next "
        + "is was are were be been has have had do does did will would can could should might must let please speaking addressing "
            + "responding earlier later today yesterday tomorrow "
        + "mr. mrs. ms. dr. once perhaps instead indeed thus hence nobody everyone everybody people well oh look asking calling citing "
            + "noting adding saying").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> _bodies = new(
        ("Party Department Committee University Inc Inc. Corp Corp. Ltd Company Group Council Board Commission Agency Ministry Office "
            + "Bank Court Union Association Federation Foundation Institute College School "
        + "Hospital Church League Club Times Post News Press Journal Tribune Herald Guardian Gazette Chronicle Daily Center Centre "
            + "Society Authority Bureau Service Services Police Coastguard Directorate Inspectorate Constabulary Brigade Army Navy Force Forces Street House "
        + "Senate Congress Parliament Assembly Administration Government Campaign Team United Line Lines Airlines Airways Industries Holdings "
            + "Partners Studios Entertainment Records Media Network Channel Radio Television").Split(' '),
        StringComparer.Ordinal);
}
