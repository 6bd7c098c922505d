using Sayso.Bench;

// ./build bench [ARTICLES]: speed of reading over PolNeAR train, or over its first so many articles.
// ./build bench verify [STATEMENTS]: how long a ledger of a million statements, or so many, takes to verify.
// ./build bench serve [STATEMENTS [LEDGER]]: how fast a server answers over such a ledger; one that is named is made once and kept.
const int Statements = 1_000_000;
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
    var statements = Statements;
    if (args.Length > 3 || (args.Length > 1 && (!int.TryParse(args[1], out statements) || statements < 1)))
    {
        return Usage();
    }

    await ServeBenchmark.RunAsync(Place.Find(), statements, args.Length > 2 ? args[2] : null, Console.Out);
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
    Console.Error.WriteLine("usage: ./build bench [ARTICLES] | verify [STATEMENTS] | serve [STATEMENTS [LEDGER]]");
    return 2;
}
