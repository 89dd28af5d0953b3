namespace ConnectionGen;

/// <summary>Where the values come from that a testbed file only names.</summary>
/// <param name="Environment">The value of an environment variable, or null where it is not set.</param>
/// <param name="Ask">Asks the user for a <c>%ASK{question}</c>; null where nobody can be asked.</param>
internal sealed record TestbedValueSources(Func<string, string?> Environment, Func<string, string?>? Ask = null)
{
    public static TestbedValueSources OfThisProcess { get; } = new(System.Environment.GetEnvironmentVariable);
}
