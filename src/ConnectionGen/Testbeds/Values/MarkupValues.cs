using System.Text;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>Puts values in the place of markup such as <c>%ENV{NAME}</c>, at the moment a value is used.</summary>
internal sealed class MarkupValues(TestbedDocument document, TestbedValueSources sources)
{
    // references that lead to references; a longer chain goes in a circle
    private const int MostSteps = 32;

    private readonly Lock _asking = new();
    private readonly Dictionary<YamlScalar, string> _answers = [];

    /// <summary>The node with its markup replaced: a whole value by what stands for it, which may be a list or a map; within a longer text by text.</summary>
    /// <exception cref="TestbedValueException">A markup gives nothing.</exception>
    public YamlNode Resolve(YamlNode node, string key, ValueScope scope) => Resolve(node, key, scope, 0);

    private YamlNode Resolve(YamlNode node, string key, ValueScope scope, int steps)
    {
        if (node is not YamlScalar scalar || !Markup.IsIn(scalar.Text))
            return node;

        if (steps > MostSteps)
            throw scope.Wrong("CG2012", key, scalar.Range, $"'{scalar.Text}' refers to itself");

        var text = new StringBuilder();
        var copied = 0;
        foreach (var part in Markup.Find(scalar.Text))
        {
            var value = ValueOf(part, scalar, key, scope, steps + 1);
            if (part.Length == scalar.Text.Length)
                return value;

            text.Append(scalar.Text, copied, part.Start - copied).Append(TextOf(value, part, scalar, key, scope));
            copied = part.Start + part.Length;
        }

        return scalar.WithText(text.Append(scalar.Text, copied, scalar.Text.Length - copied).ToString());
    }

    private static string TextOf(YamlNode value, MarkupPart part, YamlScalar scalar, string key, ValueScope scope) => value switch
    {
        YamlScalar { IsNull: true } => "",
        YamlScalar single => single.Text,
        _ => throw scope.Wrong("CG2012", key, scalar.Range, $"'%{part.Name}{{{part.Argument}}}' within a text must be a single value; it is a list or a map"),
    };

    private YamlNode ValueOf(MarkupPart part, YamlScalar scalar, string key, ValueScope scope, int steps) => part.Kind switch
    {
        MarkupKind.Unknown => scalar.WithText($"%{part.Name}{{{part.Argument}}}"),
        MarkupKind.Reference => Resolve(Referred(part.Argument, scalar, key, scope), key, scope, steps),
        MarkupKind.Environment => scalar.WithText(Environment(part, scalar, key, scope)),
        MarkupKind.Ask => scalar.WithText(Answer(part, scalar, key, scope)),
        MarkupKind.CommandLine => scalar.WithText(CommandLineDefault(part)),
        MarkupKind.Interface => scalar.WithText(Interface(part.Argument, scalar, key, scope)),
        _ => throw scope.Wrong("CG2012", key, scalar.Range, $"'%{part.Name}{{…}}' is not supported here"),
    };

    private string Environment(MarkupPart part, YamlScalar scalar, string key, ValueScope scope) =>
        sources.Environment(part.FirstArgument) ?? part.SecondArgument
        ?? throw scope.Wrong("CG2012", key, scalar.Range,
            $"the environment variable '{part.FirstArgument}', which '{key}'{scope.Owner} is taken from, is not set; set it, or write %ENV{{{part.FirstArgument}, default}}");

    private string Answer(MarkupPart part, YamlScalar scalar, string key, ValueScope scope)
    {
        // one question at a time, and each once
        lock (_asking)
        {
            if (_answers.TryGetValue(scalar, out var known))
                return known;

            var question = part.Argument.Length > 0 ? part.Argument : $"{key}{scope.Owner}";
            return _answers[scalar] = sources.Ask?.Invoke(question)
                ?? throw scope.Wrong("CG2012", key, scalar.Range, $"'{key}'{scope.Owner} is to be asked for (\"{question}\"), and there is nobody to ask");
        }
    }

    private static string CommandLineDefault(MarkupPart part)
    {
        const string mark = "default=";
        return part.SecondArgument is { } second && second.StartsWith(mark, StringComparison.Ordinal) ? second[mark.Length..].Trim() : "";
    }

    private YamlNode Referred(string reference, YamlScalar scalar, string key, ValueScope scope) =>
        MarkupReference.Find(document, scope.Device, reference, scalar)
        ?? throw scope.Wrong("CG2012", key, scalar.Range, $"'%{{{reference}}}' names nothing in {document.File}");

    private string Interface(string alias, YamlScalar scalar, string key, ValueScope scope) =>
        (scope.Device is { } device ? MarkupReference.InterfaceByAlias(document, device, alias) : null)
        ?? throw scope.Wrong("CG2012", key, scalar.Range, $"'%INTF{{{alias}}}' names no interface{scope.Owner}");
}
