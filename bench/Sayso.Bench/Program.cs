using Sayso.Bench;

// ./build bench [ARTICLES]: speed of reading over PolNeAR train, or over its first so many articles.
var place = Place.Find();
if (!Directory.Exists(place.Articles))
{
    Console.Error.WriteLine($"no corpus at {place.Articles}: set SAYSO_DATA");
    return 2;
}

var count = args.Length > 0 ? int.Parse(args[0]) : int.MaxValue;
SpeedBenchmark.Run(place, count, Console.Out);
return 0;
