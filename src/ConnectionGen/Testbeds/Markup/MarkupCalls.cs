using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>Calls the functions that a testbed file names with <c>%CALLABLE{…}</c>.</summary>
internal sealed class MarkupCalls(IReadOnlyDictionary<string, Func<MarkupCall, object?>> functions)
{
    /// <summary>What a call gives, in the place of the text that names it.</summary>
    /// <exception cref="TestbedValueException">There is no such function, or it failed.</exception>
    public YamlNode Call(YamlScalar at, MarkupCall call) => Call(at, call, (problem, inner) => new TestbedValueException("CG2012", problem, null, null, null, at.Range, inner));

    /// <inheritdoc cref="Call(YamlScalar, MarkupCall)"/>
    public YamlNode Call(YamlScalar at, MarkupCall call, Func<string, Exception?, TestbedValueException> wrong)
    {
        if (!functions.TryGetValue(call.Name, out var function))
            throw wrong($"'%CALLABLE{{{call.Name}}}' calls a function that is not registered{NearestName.Advice(call.Name, [.. functions.Keys])} Add it to TestbedOptions.Callables", null);

        try
        {
            return function(call) switch
            {
                SecretString secret => at.WithText(secret.Reveal()),
                var result => NodeValues.ToNode(result, at),
            };
        }
        catch (Exception error) when (error is not (OperationCanceledException or TestbedValueException))
        {
            // what the function says may hold a secret: it is the inner exception
            throw wrong($"'%CALLABLE{{{call.Name}}}' failed with a {error.GetType().Name}", error);
        }
    }
}
