using Sayso.Bench;

// ./build bench [ARTICLES]: speed of reading over PolNeAR train, or over its first so many articles.
var count = int.MaxValue;
if (args.Length > 1 || (args.Length == 1 && (!int.TryParse(args[0], out count) || count < 1)))
{
    Console.Error.WriteLine("usage: ./build bench [ARTICLES]");
    return 2;
}

var place = Place.Find();
if (!Directory.Exists(place.Articles))
{
    Console.Error.WriteLine($"no corpus at {place.Articles}: set SAYSO_DATA");
    return 2;
}

SpeedBenchmark.Run(place, count, Console.Out);
return 0;
