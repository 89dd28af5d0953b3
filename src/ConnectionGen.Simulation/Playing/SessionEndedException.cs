namespace ConnectionGen.Simulation;

/// <summary>Ends a session from the inside; the reason is what <see cref="SimulatedSession.EndReason"/> says.</summary>
internal sealed class SessionEndedException(string reason) : Exception(reason);
