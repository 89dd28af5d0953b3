using System.Text;

namespace ConnectionGen.Tests.Behaviours;

/// <summary>What is wrong between the list and the tests, and the page that shows both.</summary>
internal sealed class BehaviourTable(IReadOnlyList<BehaviourGroup> groups, IReadOnlyList<CarriedId> carried)
{
    private readonly ILookup<string, CarriedId> _tests = carried.ToLookup(static one => one.Id, StringComparer.Ordinal);

    public IEnumerable<string> Problems()
    {
        var listed = groups.SelectMany(static group => group.Behaviours).ToLookup(static behaviour => behaviour.Id, StringComparer.Ordinal);
        foreach (var behaviour in listed.Where(static same => same.Count() > 1).Select(static same => same.Key))
        {
            yield return $"{behaviour} is listed twice";
        }

        foreach (var behaviour in listed.Select(static same => same.First()))
        {
            var isCarried = _tests.Contains(behaviour.Id);
            if (!isCarried && behaviour.Reason is null)
            {
                yield return $"{behaviour.Id} has neither a test nor a reason";
            }
            else if (isCarried && behaviour.Reason is not null)
            {
                yield return $"{behaviour.Id} has a reason why it does not apply, and yet a test: {_tests[behaviour.Id].First().Test}";
            }
        }

        foreach (var one in carried.Where(one => !listed.Contains(one.Id) && !IsOfOpenGroup(one.Id)))
        {
            yield return $"{one.Test} in {one.File} names {one.Id}, which is not in the list";
        }
    }

    public string ToMarkdown()
    {
        var page = new StringBuilder("""
            # Behaviours

            What the connection manager and what is around it do, line by line, and the tests that show it. Generated from
            `tests/ConnectionGen.Tests/Behaviours/behaviours.tsv` and the tests' `[Behaviour]` attributes; a test fails while this page differs.
            Run the tests of one behaviour with `dotnet test -- --filter-trait Behaviour=CM-01`.

            """);
        foreach (var group in groups.Where(static group => group.Behaviours.Count > 0))
        {
            page.Append('\n').Append("## ").Append(group.Prefix).Append(": ").Append(group.Title).Append("\n\n| id | what it is here | shown by |\n|---|---|---|\n");
            foreach (var behaviour in group.Behaviours)
            {
                page.Append("| ").Append(behaviour.Id).Append(" | ").Append(behaviour.Text).Append(" | ").Append(behaviour.Reason ?? ShownBy(behaviour.Id)).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private string ShownBy(string id) => string.Join("<br>", _tests[id].Select(static one => $"[{one.Test.Replace('_', ' ')}](../{one.File})").Distinct(StringComparer.Ordinal));

    private bool IsOfOpenGroup(string id) => groups.Any(group => group.Behaviours.Count == 0 && id.StartsWith(group.Prefix + "-", StringComparison.Ordinal));
}
