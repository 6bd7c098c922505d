namespace Sayso.Core.Errors;

/// <summary>
/// Every code that Sayso reports; a code is never reused. 1xxx: reading an input; 2xxx: the ledger; 3xxx: the model;
/// 4xxx: the command line; 5xxx: values of a text; 6xxx: the server; 7xxx: users and what they may do. <c>docs/errors.md</c> explains each.
/// </summary>
public static class ProblemCodes
{
    /// <summary>No such file or folder.</summary>
    public const string Missing = "SAY1001";

    /// <summary>The input has no bytes, or nothing but white space.</summary>
    public const string Empty = "SAY1002";

    /// <summary>The system does not let the file be read.</summary>
    public const string Unreadable = "SAY1003";

    /// <summary>The bytes are no text in any supported encoding or format.</summary>
    public const string Binary = "SAY1004";

    /// <summary>The input is larger than the bound.</summary>
    public const string TooLarge = "SAY1005";

    /// <summary>Some bytes are not valid in the text's encoding; they were replaced. A warning: the document is read.</summary>
    public const string InvalidEncoding = "SAY1006";

    /// <summary>The HTML page holds no article.</summary>
    public const string NoArticle = "SAY1007";

    /// <summary>The HTML is nested more deeply than the bound.</summary>
    public const string TooDeep = "SAY1008";

    /// <summary>A stated or found publication time cannot be understood. A warning where the page states it.</summary>
    public const string BadTime = "SAY1009";

    /// <summary>The bytes break the rules of the form that they begin in.</summary>
    public const string Damaged = "SAY1010";

    /// <summary>A container holds or unpacks to more than the bounds; its documents before that were read.</summary>
    public const string Expands = "SAY1011";

    /// <summary>The input is locked by a password.</summary>
    public const string Encrypted = "SAY1012";

    /// <summary>The input is in a form that can be read, but holds no text: scanned pages, or a list of addresses.</summary>
    public const string NoText = "SAY1013";

    /// <summary>Reading the input took longer than the bound.</summary>
    public const string TooSlow = "SAY1014";

    /// <summary>No field of a record is known to hold a text.</summary>
    public const string UnknownColumns = "SAY1015";

    /// <summary>Files of a folder were passed over, since they are no articles. A warning.</summary>
    public const string PassedOver = "SAY1016";

    /// <summary>A text, or parts of it, in a language that is not analysed: kept and searched only. A warning.</summary>
    public const string NotAnalysed = "SAY1017";

    /// <summary>Another document of the ledger has exactly this text. A warning: both are kept.</summary>
    public const string SameText = "SAY1018";

    /// <summary>The server of an address cannot be reached, or does not answer in time.</summary>
    public const string Unreachable = "SAY1019";

    /// <summary>An address leads into a private network, this machine, or a cloud's metadata: nothing was fetched.</summary>
    public const string ForbiddenAddress = "SAY1020";

    /// <summary>The site's robots.txt asks programs not to fetch an address: nothing was fetched.</summary>
    public const string RobotsRefused = "SAY1021";

    /// <summary>The server answered with an error, or sends in circles.</summary>
    public const string ServerRefused = "SAY1022";

    /// <summary>The file is not a ledger.</summary>
    public const string NotALedger = "SAY2001";

    /// <summary>The ledger was written by a newer version of the program.</summary>
    public const string NewerLedger = "SAY2002";

    /// <summary>The ledger cannot be written.</summary>
    public const string ReadOnlyLedger = "SAY2003";

    /// <summary>Another process holds the ledger.</summary>
    public const string LedgerLocked = "SAY2004";

    /// <summary>The disk is full; what was reported as added is safe.</summary>
    public const string DiskFull = "SAY2005";

    /// <summary>The ledger's hash chain or its contents are damaged.</summary>
    public const string LedgerDamaged = "SAY2006";

    /// <summary>No document or statement with that id.</summary>
    public const string NotFound = "SAY2007";

    /// <summary>Several documents or statements begin with that id.</summary>
    public const string AmbiguousId = "SAY2008";

    /// <summary>There is no ledger at that path yet.</summary>
    public const string NoLedger = "SAY2009";

    /// <summary>The ledger cannot be read or written for a reason that the message names.</summary>
    public const string LedgerFailed = "SAY2010";

    /// <summary>The document was purged: nothing of it is left but its hash.</summary>
    public const string Purged = "SAY2011";

    /// <summary>A correction without a reason, or a note without words.</summary>
    public const string NoReason = "SAY2012";

    /// <summary>A correction that would change nothing, or contradicts itself: a claim merged with itself, all of it split off, origins of two claims.</summary>
    public const string NothingToCorrect = "SAY2013";

    /// <summary>What is to be undone was undone already.</summary>
    public const string AlreadyUndone = "SAY2014";

    /// <summary>What is to be undone is no correction.</summary>
    public const string NotACorrection = "SAY2015";

    /// <summary>A watchlist without a name, or a filter of its search that is not understood.</summary>
    public const string BadWatchlist = "SAY2016";

    /// <summary>The model's files are missing or damaged.</summary>
    public const string BadModel = "SAY3001";

    /// <summary>The command line is not understood.</summary>
    public const string Usage = "SAY4001";

    /// <summary>A corpus to evaluate on is missing or malformed.</summary>
    public const string BadCorpus = "SAY4002";

    /// <summary>The output cannot be written.</summary>
    public const string OutputFailed = "SAY4003";

    /// <summary>The user stopped the command.</summary>
    public const string Stopped = "SAY4004";

    /// <summary>A command failed for a reason that no other code is for; the message names it.</summary>
    public const string Failed = "SAY4005";

    /// <summary>The page is asked to be served on an address that is not this machine's loopback.</summary>
    public const string NotLoopback = "SAY4006";

    /// <summary>The page's port cannot be had.</summary>
    public const string PortTaken = "SAY4007";

    /// <summary>The page is served beyond this machine without encryption. A warning.</summary>
    public const string PlainHttp = "SAY4008";

    /// <summary>A certificate cannot be used.</summary>
    public const string BadCertificate = "SAY4009";

    /// <summary>A number of a text is larger than any that is reckoned with; its words are kept.</summary>
    public const string NumberBeyond = "SAY5001";

    /// <summary>A range of a text ends below where it begins; its words are kept.</summary>
    public const string AbsurdRange = "SAY5002";

    /// <summary>A date of a text is none of the calendar; its words are kept.</summary>
    public const string DateBeyond = "SAY5003";

    /// <summary>The claims are still being reckoned.</summary>
    public const string ClaimsPending = "SAY6001";

    /// <summary>A cursor is none of ours, is of another question, or of an answer that the ledger no longer gives.</summary>
    public const string BadCursor = "SAY6002";

    /// <summary>A request is not understood: a parameter that there is not, or a value that it cannot have.</summary>
    public const string BadRequest = "SAY6003";

    /// <summary>A request from another site, or to another name than the server's own.</summary>
    public const string ForeignRequest = "SAY6004";

    /// <summary>A request that needs a token or a session has none that is good.</summary>
    public const string NotSignedIn = "SAY7001";

    /// <summary>The token or the user may not do this.</summary>
    public const string OutOfScope = "SAY7002";

    /// <summary>Name and password do not go together.</summary>
    public const string SignInFailed = "SAY7003";

    /// <summary>More requests than are answered.</summary>
    public const string TooManyRequests = "SAY7004";

    /// <summary>An answer took longer than the bound.</summary>
    public const string TookTooLong = "SAY7005";

    /// <summary>There is no user, token or session of that name.</summary>
    public const string NoSuchName = "SAY7006";

    /// <summary>A name of a user or token is none, or is taken.</summary>
    public const string BadName = "SAY7007";

    /// <summary>A password is too short, too long, or a name.</summary>
    public const string WeakPassword = "SAY7008";

    /// <summary>The file of users cannot be used.</summary>
    public const string AccessFailed = "SAY7009";

    /// <summary>The last user who may all would be removed, or may less, over the network.</summary>
    public const string LastAdmin = "SAY7010";
}
