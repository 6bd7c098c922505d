using Sayso.Bench;

// ./build bench [ARTICLES]: speed of reading over PolNeAR train, or over its first so many articles.
// ./build bench verify [STATEMENTS]: how long a ledger of a million statements, or so many, takes to verify.
// ./build bench serve [STATEMENTS [LEDGER [CLAIMS]]]: how fast a server answers over such a ledger, with claims of so many statements; a ledger that is named is made once and kept.
// ./build bench claims [ARTICLES]: what bringing the statements of a stream of 100,000 articles together costs, or of so many.
const int Statements = 1_000_000;
const int Articles = 100_000;
if (args is ["verify"] or ["verify", _])
{
    var statements = Statements;
    if (args.Length == 2 && (!int.TryParse(args[1], out statements) || statements < 1))
    {
        return Usage();
    }

    VerificationBenchmark.Run(statements, Console.Out);
    return 0;
}

if (args is ["serve", ..])
{
    var (statements, claims) = (Statements, 0);
    if (args.Length > 4 || (args.Length > 1 && (!int.TryParse(args[1], out statements) || statements < 1)) || (args.Length > 3 && (!int.TryParse(args[3], out claims) || claims < 1)))
    {
        return Usage();
    }

    await ServeBenchmark.RunAsync(Place.Find(), (statements, claims == 0 ? null : claims), args.Length > 2 ? args[2] : null, Console.Out);
    return 0;
}

if (args is ["claims"] or ["claims", _])
{
    var articles = Articles;
    if (args.Length == 2 && (!int.TryParse(args[1], out articles) || articles < 1))
    {
        return Usage();
    }

    ClaimsBenchmark.Run(articles, Console.Out);
    return 0;
}

var count = int.MaxValue;
if (args.Length > 1 || (args.Length == 1 && (!int.TryParse(args[0], out count) || count < 1)))
{
    return Usage();
}

var place = Place.Find();
if (!Directory.Exists(place.Articles))
{
    Console.Error.WriteLine($"no corpus at {place.Articles}: set SAYSO_DATA");
    return 2;
}

SpeedBenchmark.Run(place, count, Console.Out);
return 0;

static int Usage()
{
    Console.Error.WriteLine("usage: ./build bench [ARTICLES] | verify [STATEMENTS] | serve [STATEMENTS [LEDGER [CLAIMS]]] | claims [ARTICLES]");
    return 2;
}
