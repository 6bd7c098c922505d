using Sayso.Targets;

var targets = new TargetGraph
{
    ["format"] = new("Checks the formatting; `format --write` mends it.", [], Formatting.Run),
    ["compile"] = new("Restores what the lock files say and builds everything, Release.", [], _ => Compilation.Run()),
    ["test"] = new("Builds and runs every test, or those of some projects: `test Core`.", ["compile"], args => TestRun.Run(fast: false, args)),
    ["fast"] = new("The tests that need no model, corpus or process: `fast`, `fast Core`.", ["compile"], args => TestRun.Run(fast: true, args)),
    ["bench"] = new("Measures speed, as ratios within one run; `bench verify [STATEMENTS]`: of verifying a large ledger.", [], args => Shell.Run("dotnet", ["run", "--project", "bench/Sayso.Bench", "-c", "Release", "--", .. args])),
    ["fuzz"] = new("Fuzzes every reader and grammar: `fuzz [SECONDS-EACH [TARGET…]]`.", [], Fuzzing.Run),
    ["kill"] = new("Kills `add` at random moments, 200 times on 10,000 files: `kill [KILLS [FILES]]`.", ["compile"], Killing.Run),
    ["publish"] = new("Writes a self-contained program for linux-x64 to artifacts/publish.", [], _ => Publishing.Run()),
    ["train"] = new("Makes a model: `train attribution`, `train sentence`.", [], args => Shell.Run("bash", ["training/train.sh", .. args])),
    ["api"] = new(
        "Writes the snapshots of the libraries' public API anew, tests/Sayso.Architecture.Tests/Api.",
        ["compile"],
        _ => Shell.Run("env", ["SAYSO_API=renew", "dotnet", "exec", "tests/Sayso.Architecture.Tests/bin/Release/net10.0/Sayso.Architecture.Tests.dll", "--filter-class", "Sayso.Architecture.Tests.PublicApiTests"])),
    ["docs"] = new("Writes the generated pages of docs/ anew.", ["compile"], _ => Shell.Run("./sayso", "docs", "docs")),
};
return targets.Run(args);
