"""文书: papers in Word and Excel, from templates that a county can change."""
